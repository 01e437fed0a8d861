package chatterbox.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;
import chatterbox.delivery.Listener;
import chatterbox.delivery.OutgoingText;
import chatterbox.delivery.Phase;
import chatterbox.protocol.Event;
import chatterbox.server.ServerProcess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The client against the real server, which is killed, and the client's own program, which is killed too. */
class ClientIT {
    private static final int TEXTS = 150;
    private static final int KILLS = 2;

    @TempDir
    private Path folder;

    /** Somebody with a client who reads and writes. */
    private record Chatter(String username, Session session, Reader reader, ChatClient client)
            implements AutoCloseable {
        static Chatter enter(ServerProcess server, String name, Path folder) throws Exception {
            var session = login(server, register(server, name));
            var username = session.me().username();
            var reader = new Reader();
            var outbox = FileOutbox.open(folder, session.server(), username);
            var chatter = new Chatter(username, session, reader, ChatClient.start(session, outbox, reader));
            chatter.client.open("general");
            return chatter;
        }

        List<String> texts() {
            return IntStream.range(0, TEXTS)
                    .mapToObj(n -> username + " says " + n)
                    .toList();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    @Test
    void nothing_is_lost_doubled_or_out_of_order_when_the_server_is_killed_again_and_again() throws Exception {
        try (var server = ServerProcess.start("client", Map.of());
                var ada = Chatter.enter(server, "ada", folder);
                var grace = Chatter.enter(server, "grace", folder)) {
            var posted = Stream.of(ada, grace)
                    .flatMap(chatter -> chatter.texts().stream()
                            .map(text -> chatter.client().post("general", text)))
                    .toList();
            for (int kill = 1; kill <= KILLS; kill++) {
                ada.reader().awaitAccepted(kill * TEXTS / (KILLS + 1));
                server.kill();
                server.start();
            }
            for (var post : posted) {
                post.accepted().get(60, TimeUnit.SECONDS);
            }

            var history = history(ada.session());
            for (var chatter : List.of(ada, grace)) {
                assertThat(textsOf(chatter.username(), history)).isEqualTo(chatter.texts());
                chatter.reader().awaitMessage(history.get(history.size() - 1).seq());
                assertThat(chatter.reader().messages()).isEqualTo(history);
            }
        }
    }

    @Test
    void what_was_written_without_a_server_survives_the_kill_of_its_own_program() throws Exception {
        try (var server = ServerProcess.start("client-killed", Map.of())) {
            var username = register(server, "ada");
            var texts = List.of("one", "two", "three");
            var program = new ProcessBuilder(
                            Program.command(Writer.class, server.uri().toString(), username, folder.toString()))
                    .start();
            try (var says = program.inputReader(UTF_8);
                    var hears = program.outputWriter(UTF_8)) {
                assertThat(says.readLine()).isEqualTo("ready");
                server.kill();
                for (var text : texts) {
                    hears.write(text + "\n");
                    hears.flush();
                    assertThat(says.readLine()).isEqualTo(text);
                }
                assertThatIOException().isThrownBy(() -> FileOutbox.open(folder, server.uri(), username));
            } finally {
                program.destroyForcibly().waitFor();
            }
            server.start();

            var session = login(server, username);
            var outbox = FileOutbox.open(folder, server.uri(), username);
            assertThat(outbox.texts().stream().map(OutgoingText::text)).isEqualTo(texts);
            try (var client = ChatClient.start(session, outbox, new Listener() {})) {
                client.post("general", "four").accepted().get(60, TimeUnit.SECONDS);
            }

            assertThat(textsOf(username, history(session))).containsExactly("one", "two", "three", "four");
            try (var empty = FileOutbox.open(folder, server.uri(), username)) {
                assertThat(empty.texts()).isEmpty();
            }
        }
    }

    @Test
    void what_the_server_refuses_for_good_is_said_so() throws Exception {
        try (var ada = Chatter.enter(ServerProcess.shared(), "ada", folder)) {
            var nowhere = ada.client().post("nowhere", "hi");

            assertThat(nowhere.accepted())
                    .failsWithin(20, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOf(RequestRefused.class)
                    .withMessageContaining("not-found");
        }
    }

    @Test
    void new_credentials_are_as_good_as_the_first_ones_until_somebody_signs_out() throws Exception {
        try (var ada = Chatter.enter(ServerProcess.shared(), "ada", folder)) {
            ada.reader().await(Phase.OPEN);
            ada.session().refresh().get(20, TimeUnit.SECONDS);
            ada.session().refresh().get(20, TimeUnit.SECONDS);
            ada.session().latest("general").get(20, TimeUnit.SECONDS);
            ada.session().logout();

            ada.reader().await(Phase.SIGNED_OUT);
        }
    }

    @Test
    void a_wrong_password_is_refused_with_its_reason() {
        var server = ServerProcess.shared();
        var refused = catchThrowableOfType(
                RequestRefused.class, () -> Session.login(server.uri(), "nobody", "wrong password"));

        assertThat(refused.reason()).isEqualTo("wrong-credentials");
    }

    @Test
    void the_war_holds_nothing_of_the_client() throws IOException {
        try (var war = new ZipFile("target/chatterbox.war")) {
            assertThat(war.stream().map(entry -> entry.getName()))
                    .anyMatch(name -> name.startsWith("WEB-INF/classes/chatterbox/protocol/"))
                    .noneMatch(name -> name.matches(".*/chatterbox/(client|delivery)/.*"));
        }
    }

    private static String register(ServerProcess server, String name) {
        return Person.register(new Http(server.uri()), name).username();
    }

    private static Session login(ServerProcess server, String username) throws Exception {
        return Session.login(server.uri(), username, Person.PASSWORD);
    }

    private static List<Event.Message> history(Session session) throws Exception {
        var history = new ArrayList<Event.Message>();
        var more = true;
        for (var after = 0L; more; after = history.get(history.size() - 1).seq()) {
            var page = session.after("general", after).get(20, TimeUnit.SECONDS);
            history.addAll(page.messages());
            more = page.more();
        }
        return history;
    }

    private static List<String> textsOf(String author, List<Event.Message> history) {
        return history.stream()
                .filter(message -> message.author().equals(author))
                .map(Event.Message::text)
                .toList();
    }
}
