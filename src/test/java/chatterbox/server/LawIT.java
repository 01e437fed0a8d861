package chatterbox.server;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the front end's own test of the law "old snapshot + events = fresh snapshot" against the real server. */
class LawIT {

    @Test
    void the_browsers_reducers_come_to_what_a_fresh_snapshot_says() throws Exception {
        var log = Path.of("target", "server-logs", "law.log").toFile();
        var run = new ProcessBuilder("npm", "run", "law")
                .directory(new File("webapp"))
                .redirectErrorStream(true)
                .redirectOutput(log);
        run.environment().put("CHATTERBOX_URL", ServerProcess.shared().uri().toString());
        var process = run.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
    }
}
