package chatterbox.house;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import chatterbox.settings.SettingsTable;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTableTest {
    private static final Path DOCUMENT = Path.of("src", "docs", "settings.md");
    private static final String START = "<!-- table -->\n";
    private static final String END = "<!-- end of table -->\n";

    @Test
    void the_documentation_shows_every_setting_as_the_code_has_it() throws IOException {
        var document = Files.readString(DOCUMENT);
        var renewed = document.substring(0, document.indexOf(START) + START.length())
                + SettingsTable.markdown()
                + document.substring(document.indexOf(END));
        if (Boolean.getBoolean("renew")) {
            Files.writeString(DOCUMENT, renewed);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("Renew it: mvn test -Dtest=SettingsTableTest -Drenew=true")
                .isEqualTo(renewed);
    }
}
