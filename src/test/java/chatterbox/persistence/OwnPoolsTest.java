package chatterbox.persistence;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPoolsTest {
    @Test
    void a_closed_sqlite_database_is_one_file_without_a_log_beside_it() {
        var settings = Engines.fresh(Engine.SQLITE);
        try (var world = new World(settings)) {
            world.write("INSERT INTO epoch (id) VALUES ('one')");
            assertThat(world.read("SELECT id FROM epoch")).isEqualTo("one");
            assertThat(settings.data().resolve("chatterbox.db-wal")).isNotEmptyFile();
        }

        assertThat(settings.data().resolve("chatterbox.db-wal")).doesNotExist();
    }
}
