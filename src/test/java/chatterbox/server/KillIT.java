package chatterbox.server;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** The promise of the product, against the real server: what was acknowledged is there, once, in its place. */
class KillIT {
    private static final int CYCLES = Integer.getInteger("cycles", 25);
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration RECOVERED = Duration.ofSeconds(2);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

    @Test
    void nothing_acknowledged_is_lost_when_the_server_is_killed_under_load() throws Exception {
        try (var server = ServerProcess.start("kill", Crowd.SETTINGS)) {
            var crowd = new Crowd(server);
            var first = server.startTime();
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                try (var load = crowd.write()) {
                    load.awaitAcknowledged(100 + ThreadLocalRandom.current().nextInt(200));
                    server.kill();
                }
                server.start();
                // A machine that is slow at the first start is slow at all.
                assertThat(server.startTime()).isLessThan(longer(READY, first.multipliedBy(3)));
                assertThat(opening(server.log())).isLessThan(longer(RECOVERED, first.dividedBy(4)));
                if (cycle % 10 == 0) {
                    crowd.signInAgain();
                }
                crowd.check();
            }
        }
    }

    @Test
    void a_server_that_is_told_to_stop_answers_what_it_took_and_tells_clients_to_come_back() throws Exception {
        try (var server = ServerProcess.start("drain", Crowd.SETTINGS)) {
            var crowd = new Crowd(server);
            var idle = Person.register(new Http(server.uri()), "idle").connect();
            idle.await("welcome");
            try (var load = crowd.write()) {
                load.awaitAcknowledged(300);
                server.stop();
                assertThat(idle.awaitClose()).isIn(1001, 1012);
            }
            server.start();
            crowd.check();
        }
    }

    /** How long it took from the folder to the house being open: what a recovery may make longer. */
    private static Duration opening(String log) {
        return Duration.between(time(log, "Data folder: "), time(log, "Chatterbox .+ is ready"));
    }

    private static OffsetDateTime time(String log, String line) {
        var found = Pattern.compile("(?m)^(\\S+) .*: " + line).matcher(log);
        assertThat(found.find()).as(log).isTrue();
        return OffsetDateTime.parse(found.group(1), TIME);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
