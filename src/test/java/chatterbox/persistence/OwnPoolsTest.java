package chatterbox.persistence;

import org.junit.jupiter.api.Test;

import jakarta.persistence.EntityManager;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void sqlite_puts_a_commit_on_disk_before_it_returns() {
        try (var world = new World(Engines.fresh(Engine.SQLITE))) {
            var full = 2; // https://www.sqlite.org/pragma.html#pragma_synchronous
            assertThat(world.transactions().<Object>write(OwnPoolsTest::synchronous))
                    .isEqualTo(full);
        }
    }

    /** SQLite ends such a transaction itself, and its driver does not notice: what followed took effect bit by bit. */
    @Test
    void after_a_transaction_for_which_there_was_no_space_the_next_one_is_whole_again() {
        try (var world = new World(Engines.fresh(Engine.SQLITE))) {
            assertThatThrownBy(() -> world.transactions().write(OwnPoolsTest::fill))
                    .isInstanceOfSatisfying(
                            Refusal.class, full -> assertThat(full.reason()).isEqualTo(Reason.NO_SPACE));

            assertThatThrownBy(() -> world.transactions().write(OwnPoolsTest::breakOff))
                    .hasMessage("planted");
            world.write("INSERT INTO epoch (id) VALUES ('kept')");
            assertThat(world.read("SELECT group_concat(id) FROM epoch")).isEqualTo("kept");
        }
    }

    private static Object synchronous(EntityManager transaction) {
        return transaction.createNativeQuery("PRAGMA synchronous").getSingleResult();
    }

    /** Into a file that may not grow. */
    private static int fill(EntityManager transaction) {
        transaction.createNativeQuery("PRAGMA max_page_count = 1").getSingleResult();
        return transaction
                .createNativeQuery("INSERT INTO epoch (id) VALUES (hex(zeroblob(1000000)))")
                .executeUpdate();
    }

    private static int breakOff(EntityManager transaction) {
        transaction
                .createNativeQuery("INSERT INTO epoch (id) VALUES ('broken off')")
                .executeUpdate();
        throw new IllegalStateException("planted");
    }
}
