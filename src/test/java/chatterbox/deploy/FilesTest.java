package chatterbox.deploy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import chatterbox.settings.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class FilesTest {
    private static final Pattern SETTING = Pattern.compile("CHATTERBOX_[A-Z_]+");
    private static final Pattern LINK = Pattern.compile("]\\(([\\w./-]+)\\)");

    @Test
    void every_setting_that_a_file_names_is_one() throws IOException {
        for (var file : files()) {
            SETTING.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(key -> assertThatCode(() -> Settings.of(Map.of(key, "")))
                            .as(file.toString())
                            .doesNotThrowAnyException());
        }
    }

    @Test
    void the_page_links_to_every_folder_and_to_nothing_that_is_not_there() throws IOException {
        var links = LINK.matcher(Shipped.file("README.md").text())
                .results()
                .map(link -> Shipped.FOLDER.resolve(link.group(1)).normalize())
                .toList();

        assertThat(links).allMatch(Files::exists);
        try (var folders = Files.list(Shipped.FOLDER).filter(Files::isDirectory)) {
            assertThat(folders).allMatch(folder -> links.stream().anyMatch(link -> link.startsWith(folder)));
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Shipped.FOLDER)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
