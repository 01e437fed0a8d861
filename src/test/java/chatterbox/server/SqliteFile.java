package chatterbox.server;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database in a data folder, past the server, which may be running. */
final class SqliteFile {
    private final String url;

    SqliteFile(Path data) {
        url = "jdbc:sqlite:" + data.resolve("chatterbox.db");
    }

    /** A room that everybody who has an account by now is a member of; there is no way to make one yet. */
    void addRoomOfAll(String room) {
        update("INSERT INTO room (id, name, created_at) VALUES ('" + room + "', '" + room + "', 0)");
        update("INSERT INTO membership (room, username, since) SELECT '" + room + "', username, 0 FROM account");
    }

    /** What SQLite says of the whole file: {@code ok}. */
    String integrity() {
        return String.join(", ", strings("PRAGMA integrity_check"));
    }

    /** The numbers of a stream in the log. */
    List<Long> numbers(String stream) {
        return strings("SELECT seq FROM stream_entry WHERE stream = '" + stream + "' ORDER BY seq").stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<String> strings(String query) {
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql) {
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
