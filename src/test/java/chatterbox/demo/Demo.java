package chatterbox.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import chatterbox.server.ServerProcess;

/**
 * A team to look at: people, rooms, direct rooms, replies, reactions, and so many messages. Without an address it starts
 * {@code target/chatterbox.jar} on a fresh data folder, fills it, and lets it run until it is stopped; with one it fills
 * the server there, which must be empty and let one address register two dozen accounts.
 */
public final class Demo {
    private static final int MESSAGES = Integer.getInteger("messages", 10_000);

    /** Here two dozen write what hundreds would. */
    private static final List<String> LIMITS = List.of(
            "POSTS_AT_ONCE",
            "POSTS_PER_SECOND",
            "COMMANDS_AT_ONCE",
            "COMMANDS_PER_SECOND",
            "REGISTRATIONS_AT_ONCE",
            "REGISTRATIONS_PER_SECOND");

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        var address = System.getProperty("server", "");
        if (!address.isEmpty()) {
            fill(URI.create(address));
            return;
        }
        Map<String, String> settings = new HashMap<>();
        LIMITS.forEach(limit -> settings.put("CHATTERBOX_" + limit, "1000000"));
        try (var server = ServerProcess.start("demo", settings)) {
            fill(server.uri());
            System.in.read();
        }
    }

    private static void fill(URI server) throws Exception {
        new Team(server).fill(MESSAGES);
        System.out.println("\n" + server + "   sign in as ada, password: " + Team.PASSWORD);
    }
}
