package chatterbox.persistence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.persistence.EntityManager;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServersPoolTest {
    private static final String NAME = "jdbc/chatterbox";

    private final LentPool pool = pool(20);

    @Test
    void what_is_written_is_read_back_and_every_connection_comes_back_as_it_was() {
        try (var world = new World(Engines.in(pool, NAME))) {
            world.write("INSERT INTO epoch (id) VALUES ('one')");

            assertThat(world.read("SELECT id FROM epoch")).isEqualTo("one");
            assertThatThrownBy(() -> world.write("INSERT INTO epoch (id) VALUES ('one')"))
                    .satisfies(twice -> assertThat(Faults.isDuplicate(twice)).isTrue());
            assertThat(pool.faults()).isEmpty();
        }
    }

    @Test
    void a_reading_transaction_cannot_write() {
        try (var world = new World(Engines.in(pool, NAME))) {
            assertThatThrownBy(() -> world.transactions()
                            .read(transaction -> transaction
                                    .createNativeQuery("INSERT INTO epoch (id) VALUES ('one')")
                                    .executeUpdate()))
                    .hasMessageContaining("read-only");
            assertThat(pool.faults()).isEmpty();
        }
    }

    @Test
    void a_reading_transaction_sees_one_snapshot_and_a_writing_one_what_others_commit() {
        try (var world = new World(Engines.in(pool, NAME))) {
            world.write("INSERT INTO epoch (id) VALUES ('one')");

            long seenByReader = world.transactions().read(reader -> -count(reader) + addedBy(world, "two", reader));
            long seenByWriter = world.transactions().write(writer -> -count(writer) + addedBy(world, "three", writer));

            assertThat(seenByReader).isZero();
            assertThat(seenByWriter).isEqualTo(1);
        }
    }

    @Test
    void a_pool_that_gives_no_connection_says_busy_until_it_does_again() {
        try (var world = new World(Engines.in(pool, NAME))) {
            pool.setAway(true);
            assertThatThrownBy(() -> world.read("SELECT 1"))
                    .isInstanceOfSatisfying(
                            Refusal.class, busy -> assertThat(busy.reason()).isEqualTo(Reason.BUSY));

            pool.setAway(false);
            assertThat(world.read("SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void a_pool_that_is_used_up_says_busy() {
        var small = pool(4);
        try (var world = new World(Engines.in(small, NAME))) {
            assertThatThrownBy(() -> nested(world, 5))
                    .isInstanceOfSatisfying(
                            Refusal.class, busy -> assertThat(busy.reason()).isEqualTo(Reason.BUSY));
        }
    }

    @Test
    void the_servers_pool_stays_open_when_we_close() throws Exception {
        new World(Engines.in(pool, NAME)).close();

        try (var connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openejb:Resource/", "java:comp/env/"})
    void a_server_that_keeps_its_resources_elsewhere_needs_no_other_name(String prefix) {
        var settings = Engines.in(pool, prefix + "jdbc/elsewhere-" + prefix.length());
        var plain = settings.dataSource().substring(prefix.length());
        try (var world = new World(Engines.settings(
                Map.of("CHATTERBOX_DATA", settings.data().toString(), "CHATTERBOX_DATA_SOURCE", plain)))) {
            assertThat(world.read("SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void a_name_that_the_server_does_not_know_is_told_with_its_key() {
        var settings = Engines.settings(Map.of(
                "CHATTERBOX_DATA",
                Engines.fresh(Engine.SQLITE).data().toString(),
                "CHATTERBOX_DATA_SOURCE",
                "jdbc/nobodys"));

        assertThatThrownBy(() -> new World(settings))
                .hasMessage(
                        "CHATTERBOX_DATA_SOURCE: jdbc/nobodys is unknown to the server; define that data source there, "
                                + "or mend the name");
    }

    @Test
    void a_name_of_something_else_is_told() {
        Names.bind("mail/session", "a mail session");
        var settings = Engines.settings(Map.of(
                "CHATTERBOX_DATA",
                Engines.fresh(Engine.SQLITE).data().toString(),
                "CHATTERBOX_DATA_SOURCE",
                "mail/session"));

        assertThatThrownBy(() -> new World(settings))
                .hasMessageStartingWith("CHATTERBOX_DATA_SOURCE: mail/session is no data source");
    }

    @Test
    void sqlite_is_named_by_its_file_and_not_by_the_server() {
        assertThatThrownBy(() -> new World(Engines.in(serverWith("SQLite"), NAME)))
                .hasMessageStartingWith("CHATTERBOX_DATA_SOURCE: jdbc/chatterbox is SQLite")
                .hasMessageContaining("CHATTERBOX_DATABASE");
    }

    @Test
    void another_database_is_refused_by_its_name() {
        assertThatThrownBy(() -> new World(Engines.in(serverWith("H2"), NAME)))
                .hasMessage("CHATTERBOX_DATA_SOURCE: jdbc/chatterbox is H2; name a data source on PostgreSQL");
    }

    @Test
    void a_pool_without_its_database_fails_the_start_with_the_key() {
        pool.setAway(true);

        assertThatThrownBy(() -> new World(Engines.in(pool, NAME)))
                .hasMessageStartingWith("CHATTERBOX_DATA_SOURCE: jdbc/chatterbox gives no connection");
    }

    private static LentPool pool(int size) {
        return new LentPool(
                Engines.postgres(Engines.fresh(Engine.POSTGRESQL)), size, Connection.TRANSACTION_SERIALIZABLE);
    }

    private static long count(EntityManager transaction) {
        return ((Number) transaction
                        .createNativeQuery("SELECT count(*) FROM epoch")
                        .getSingleResult())
                .longValue();
    }

    private static long addedBy(World other, String id, EntityManager transaction) {
        other.write("INSERT INTO epoch (id) VALUES ('" + id + "')");
        return count(transaction);
    }

    private static int nested(World world, int depth) {
        return world.transactions().read(transaction -> {
            count(transaction);
            return depth == 0 ? 0 : nested(world, depth - 1);
        });
    }

    /** A data source whose connections know the product's name and nothing else. */
    private static DataSource serverWith(String product) {
        var metadata = answering(DatabaseMetaData.class, product);
        DirectSource source = () -> answering(Connection.class, metadata);
        return source;
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                ServersPoolTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : answer));
    }
}
