package chatterbox.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;

import chatterbox.conformance.Person;
import chatterbox.delivery.Listener;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A program with a client: signs in, says {@code ready}, and posts each line that it reads, which it repeats once the text
 * is kept. Arguments: the server, the user name, the folder of the outbox.
 */
final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var session = Session.login(URI.create(args[0]), args[1], Person.PASSWORD);
        var outbox = FileOutbox.open(Path.of(args[2]), session.server(), args[1]);
        try (var client = ChatClient.start(session, outbox, new Listener() {});
                var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            System.out.println("ready");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                client.post("general", line);
                System.out.println(line);
            }
        }
    }
}
