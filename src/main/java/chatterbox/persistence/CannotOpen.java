package chatterbox.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;

/** The database cannot be opened. The message is one line that begins with the setting to mend and tells how. */
final class CannotOpen extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** The words follow the database's name. Numbers are SQLite's result codes, the others SQL states of PostgreSQL. */
    private static final List<Cause> CAUSES = List.of(
            new Cause("5", "is locked by another program; stop that program"),
            new Cause("26", "is no database; put it back from a backup, or name another place"),
            new Cause("11", "is damaged; put it back from a backup"),
            new Cause(
                    "3|8|10|14", "cannot be read and written; make it and its folder writable for this server's user"),
            new Cause("13|53100", "has no space left on its disk; make room"),
            new Cause("28...|08004", "refuses the user or the password; mend them"),
            new Cause("3D000", "does not exist; create that database, or mend the name"),
            new Cause("42501", "does not let this user create tables; make the user its owner"),
            new Cause("53300", "has no connection left; allow it more, or stop whoever holds them"),
            new Cause("57P..", "is starting or stopping; start again when it is there"),
            new Cause("08...", "cannot be reached; start that database, or mend its address"));

    CannotOpen(Place place, String what) {
        this(place, what, null);
    }

    private CannotOpen(Place place, String what, Throwable fault) {
        super(place.key() + ": " + place.name() + " " + what, fault);
    }

    /** Says of a driver's, a server's or the migrations' fault what to mend; the fault stays the cause. */
    static CannotOpen of(Place place, Throwable fault) {
        return fault instanceof CannotOpen said ? said : new CannotOpen(place, what(fault), fault);
    }

    private static String what(Throwable fault) {
        var codes = Faults.chain(fault).map(CannotOpen::code).toList();
        return CAUSES.stream()
                .filter(cause -> codes.stream().anyMatch(code -> code.matches(cause.codes)))
                .map(Cause::words)
                .findFirst()
                .orElseGet(() -> unknown(fault));
    }

    private static String code(SQLException fault) {
        if (fault.getSQLState() == null) {
            return String.valueOf(fault.getErrorCode() & 0xff);
        }
        return fault.getSQLState();
    }

    private static String unknown(Throwable fault) {
        if (Faults.chain(fault).anyMatch(SQLTransientConnectionException.class::isInstance)) {
            return "gives no connection; mend it where it is defined";
        }
        var innermost = Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .reduce(fault, (outer, inner) -> inner);
        return "cannot be opened: " + String.valueOf(innermost.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }

    private record Cause(String codes, String words) {}
}
