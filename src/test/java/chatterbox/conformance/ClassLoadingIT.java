package chatterbox.conformance;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import chatterbox.server.WarContainer;

import static org.assertj.core.api.Assertions.assertThat;

class ClassLoadingIT extends ServerTest {
    /** Written by the chat at its start. */
    private static final Pattern LIBRARIES = Pattern.compile("Libraries: JSON ([\\w.+-]+), JPA ([\\w.+-]+)");

    @Test
    void json_is_read_and_written_by_the_library_in_the_war() throws Exception {
        var json = libraries().get(0);

        System.out.println("JSON codec: " + json);
        assertThat(librariesInTheWar()).contains(json);
    }

    @Test
    void the_database_is_reached_by_an_eclipselink_wherever_it_comes_from() throws Exception {
        var jpa = libraries().get(1);

        System.out.println("EclipseLink: " + jpa);
        if (WarContainer.server().server().title().equals("Open Liberty")) {
            // It hides what it loads from the application, and loads its own first.
            assertThat(jpa).startsWith("io.openliberty.persistence");
        } else {
            assertThat(librariesInTheWar()).contains(jpa);
        }
    }

    private static List<String> libraries() {
        var said = LIBRARIES.matcher(WarContainer.server().log());
        assertThat(said.find()).isTrue();
        return List.of(said.group(1), said.group(2));
    }

    private static List<String> librariesInTheWar() throws IOException {
        try (var war = new ZipFile(WarContainer.server().site().war().toFile())) {
            return war.stream()
                    .map(entry -> entry.getName().replaceFirst(".*/", ""))
                    .toList();
        }
    }
}
