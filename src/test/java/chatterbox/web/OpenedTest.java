package chatterbox.web;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class OpenedTest {
    private final List<String> closed = new ArrayList<>();
    private final Opened opened = new Opened();

    @Test
    void what_is_open_is_closed_once_and_the_other_way_round() {
        opened.add("folder", closed::add);
        opened.add("database", closed::add);

        opened.close();
        opened.close();

        assertThat(closed).containsExactly("database", "folder");
    }

    @Test
    void one_that_cannot_be_closed_does_not_keep_the_others() {
        opened.add("folder", closed::add);
        opened.add("journal", thing -> {
            throw new IllegalStateException("planted");
        });
        opened.add("heartbeat", closed::add);

        opened.close();

        assertThat(closed).containsExactly("heartbeat", "folder");
    }
}
