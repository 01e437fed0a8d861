package chatterbox.deploy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

import chatterbox.server.Requires;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceIT {
    private static final Path UNIT = Shipped.FOLDER.resolve("systemd/chatterbox.service");

    /** In tenths, of the ten that a service without any protection has; below two it counts as OK. */
    private static final int EXPOSURE = 12;

    @Test
    void systemd_understands_every_line() {
        assertThat(Ran.command(analyze(), "verify", UNIT).well()).isEmpty();
    }

    @Test
    void it_is_locked_in_as_far_as_java_allows() {
        Ran.command(analyze(), "security", "--offline=yes", "--no-pager", "--threshold=" + EXPOSURE, UNIT)
                .well();
    }

    private static Path analyze() {
        return Requires.program("systemd-analyze", "systemd");
    }
}
