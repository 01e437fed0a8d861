package chatterbox.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import chatterbox.client.Door.Says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SessionTest {
    private static final String PATH = "/api/rooms/general/messages";
    private static final Says PAGE = new Says(200, Door.NO_PAGE);

    private Door door;

    @BeforeEach
    void open() throws IOException {
        door = new Door();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void an_access_token_that_is_refused_is_refreshed_and_the_request_made_again() throws Exception {
        door.says("token-3", PATH, PAGE);
        var session = door.login();
        session.refresh().get(20, TimeUnit.SECONDS);

        assertThat(session.latest("general").get(20, TimeUnit.SECONDS).head()).isZero();
        assertThat(door.heard())
                .containsExactly(
                        "/api/login null null",
                        "/api/refresh chatterbox-refresh=r1 1",
                        PATH + " token-2",
                        "/api/refresh chatterbox-refresh=r2 1",
                        PATH + " token-3");
    }

    @Test
    void requests_that_are_refused_together_are_refreshed_once() throws Exception {
        door.says("token-2", PATH, PAGE);
        var session = door.login();

        for (var page :
                Stream.generate(() -> session.latest("general")).limit(10).toList()) {
            page.get(20, TimeUnit.SECONDS);
        }
        assertThat(door.heard())
                .filteredOn(request -> request.startsWith("/api/refresh"))
                .hasSize(1);
    }

    @Test
    void a_refusal_tells_its_reason() throws Exception {
        door.says("token-1", PATH, Says.no(404, "not-found"));
        var session = door.login();

        var failed = catchThrowableOfType(
                ExecutionException.class, () -> session.before("general", 7).get(20, TimeUnit.SECONDS));
        assertThat(failed.getCause())
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("not-found"));
    }

    @Test
    void what_no_server_of_ours_says_is_no_answer() throws Exception {
        door.says("token-1", PATH, new Says(200, "<html>Welcome to the hotel</html>"));
        var session = door.login();

        assertThat(session.after("general", 0))
                .failsWithin(20, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IOException.class);
        door.close();
        assertThatIOException().isThrownBy(door::login);
    }
}
