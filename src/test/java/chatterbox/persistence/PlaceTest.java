package chatterbox.persistence;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.org/chat?user=ada&password=a@b, db.example.org:5432/chat",
        "jdbc:postgresql://db:5433/chat, db:5433/chat",
        "jdbc:postgresql://[::1]:5433/chat, [::1]:5433/chat",
        "'jdbc:postgresql://one,two:5433/chat?user=ada', 'one,two:5432,5433/chat'",
        "jdbc:postgresql:chat?user=ada, localhost:5432/chat",
        "jdbc:sqlite:/srv/chat.db?cache=shared, /srv/chat.db"
    })
    void a_database_is_told_by_its_address_without_user_and_password(String url, String name) {
        var settings = Engines.settings(Map.of("CHATTERBOX_DATABASE", url));
        var folder = new DataFolder(Engines.fresh(Engine.SQLITE));
        folder.close();

        assertThat(Place.of(folder, settings)).isEqualTo(new Place("CHATTERBOX_DATABASE", name));
    }
}
