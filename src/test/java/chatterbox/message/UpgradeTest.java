package chatterbox.message;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import chatterbox.account.Accounts;
import chatterbox.history.History;
import chatterbox.history.Window;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;
import chatterbox.room.House;
import chatterbox.search.Indexing;
import chatterbox.settings.StorageSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** What the first version wrote; that a newer database is refused is held by {@code CannotOpenTest}. */
class UpgradeTest {
    private static final String EPOCH = "9488352c-c602-4656-a2d5-a660b94a02a9";

    private static final List<String> TEXTS = List.of("Héllo", "a;b\nc", "日本語👋");

    @Test
    void a_database_of_the_first_version_is_all_there_and_goes_on() throws Exception {
        try (var house = new House(firstVersion())) {
            assertThat(house.journal().epoch()).isEqualTo(EPOCH);
            assertThat(house.journal().after(StreamId.room("general"), 0, 10))
                    .extracting(Logged::seq)
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(page(house).messages()).extracting(Event.Message::text).containsExactlyElementsOf(TEXTS);
            assertThat(page(house).messages()).extracting(Event.Message::author).containsExactly("ada", "grace", "ada");
            assertThat(new Accounts(house.transactions(), house.database()).people(List.of("ada", "grace")))
                    .extracting(Event.Person::displayName)
                    .containsExactly("Ada", "Grace");
            assertThat(house.memberships().includes("general", "ada")).isTrue();
            assertThat(house.memberships().includes("general", "grace")).isTrue();
            assertThat(house.memberships().includes("general", "mallory")).isFalse();
            assertThat(new Indexing(house.transactions(), house.database()).catchUp())
                    .isEqualTo(TEXTS.size());
            house.restart();
            assertThat(house.journal().epoch()).isEqualTo(EPOCH);
            assertThat(house.journal().head(StreamId.room("general"))).isEqualTo(5);
        }
    }

    private static Answer.Page page(House house) {
        return new History(house.transactions(), house.journal(), names -> List.of())
                .page("general", Window.of(null, null, null));
    }

    private static StorageSettings firstVersion() throws IOException, SQLException {
        var storage = Engines.fresh(Engine.SQLITE);
        try (var dump = UpgradeTest.class.getResourceAsStream("/versions/v1.sql");
                var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + storage.data().resolve("chatterbox.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
        }
        return storage;
    }
}
