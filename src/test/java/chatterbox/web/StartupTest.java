package chatterbox.web;

import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class StartupTest {
    @Test
    void the_reason_is_what_we_say_ourselves_however_deep_a_server_wraps_it() {
        var ours = new IllegalStateException("CHATTERBOX_DATA: mend it", new IOException("the disk"));

        assertThat(Startup.reasonOf(new IllegalStateException("bean creation failed", new RuntimeException(ours))))
                .isEqualTo("CHATTERBOX_DATA: mend it");
    }

    @Test
    void of_what_we_did_not_foresee_the_innermost_cause_is_the_reason() {
        assertThat(Startup.reasonOf(new IllegalStateException("bean creation failed", new IOException("the disk"))))
                .isEqualTo("the disk");
        assertThat(Startup.reasonOf(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void the_reason_is_one_line() {
        assertThat(Startup.reasonOf(new IllegalStateException("first\r\n  second\n")))
                .isEqualTo("first second");
    }
}
