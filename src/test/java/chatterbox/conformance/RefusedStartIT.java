package chatterbox.conformance;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import chatterbox.container.AppServer;
import chatterbox.server.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator gets wrong: one line says what and how to mend it, and nothing of the data is touched. */
@ExtendWith(NeedsJdk.class)
class RefusedStartIT {
    private static final String REFUSED = "Chatterbox cannot start: ";

    @Test
    void an_unknown_setting_is_named() {
        var folder = newFolder("unknown");

        refuse(
                Map.of("CHATTERBOX_DATA", folder.toString(), "CHATTERBOX_REDAERS", "8"),
                "CHATTERBOX_REDAERS: no such setting");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_named() throws Exception {
        var file = Files.writeString(newFolder("unwritable").resolve("file"), "in the way");

        refuse(Map.of("CHATTERBOX_DATA", file.resolve("data").toString()), "CHATTERBOX_DATA: ");
        assertThat(file).hasContent("in the way");
    }

    @Test
    void a_database_that_another_program_has_locked_is_named() throws Exception {
        var folder = newFolder("locked");
        var database = migrated(folder);
        var before = Files.readAllBytes(database);
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            refuse(Map.of("CHATTERBOX_DATA", folder.toString()), "is locked by another program");
        }
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void a_database_of_a_newer_version_is_left_alone() throws Exception {
        var folder = newFolder("newer");
        var database = migrated(folder);
        becomeNewer(database);
        var before = Files.readAllBytes(database);

        refuse(Map.of("CHATTERBOX_DATA", folder.toString()), "is of a newer Chatterbox (schema 99, this one knows ");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    private static void refuse(Map<String, String> settings, String reason) {
        var server = ServerProcess.of(AppServer.ofThisRun(), "refused", settings);
        var log = server.startInVain();
        server.kill();

        assertThat(lines(log)).as(log).hasSize(1);
        assertThat(lines(log).get(0)).contains(reason).contains("; ").doesNotContain("Exception");
    }

    /** What Chatterbox itself says; after it most servers tell in their own way that a deployment failed. */
    private static List<String> lines(String log) {
        return log.lines().filter(line -> line.contains(REFUSED)).toList();
    }

    private static Path migrated(Path folder) {
        var database = folder.resolve("chatterbox.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + database, "", "")
                .locations("db/sqlite")
                .load()
                .migrate();
        return database;
    }

    private static void becomeNewer(Path database) throws SQLException {
        try (var later = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = later.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
                    + " 'ada', installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");
        }
    }

    private static Path newFolder(String name) {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "data")).toAbsolutePath(), name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
