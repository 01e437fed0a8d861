package chatterbox.persistence;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings the schema up to this version's, forward only. Looks first, and leaves a database alone that another version
 * made: Flyway by itself takes steps that it does not know for somebody else's business.
 */
final class Migrations {
    private final Place place;
    private final Flyway flyway;

    Migrations(Connections connections) {
        place = connections.place();
        flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(connections.plain())
                .locations(connections.engine().migrations)
                // There are none; the folder of the default does not exist, which Open Liberty logs as an error.
                .callbackLocations(connections.engine().migrations)
                .load();
    }

    /** Throws {@link CannotOpen}, nothing having been changed, when the database is not one that this version can use. */
    void run() {
        refuseOtherVersions();
        try {
            flyway.migrate();
        } catch (FlywayException fault) {
            if (fault.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw new CannotOpen(place, "holds tables of another program; name an empty database");
            }
            throw fault;
        }
    }

    private void refuseOtherVersions() {
        var steps = flyway.info().all();
        first(steps, step -> step.getState() == MigrationState.FUTURE_SUCCESS).ifPresent(newer -> {
            throw new CannotOpen(
                    place,
                    "is of a newer Chatterbox (schema " + last(steps, MigrationInfo::isApplied) + ", this one knows "
                            + last(steps, step -> step.getState().isResolved())
                            + "); deploy that version again, or put back the backup from before");
        });
        first(steps, Migrations::isForeign).ifPresent(other -> {
            throw new CannotOpen(
                    place,
                    "was made by another build of Chatterbox (schema step " + other.getVersion()
                            + " differs); deploy that build, or put back a backup");
        });
    }

    /** Failed halfway, unknown and yet not newer, or with another text than ours. */
    private static boolean isForeign(MigrationInfo step) {
        return step.getState().isFailed()
                || step.getState() == MigrationState.MISSING_SUCCESS
                || step.isApplied() && !step.isChecksumMatching();
    }

    private static Optional<MigrationInfo> first(MigrationInfo[] steps, Predicate<MigrationInfo> which) {
        return Stream.of(steps).filter(which).findFirst();
    }

    private static MigrationVersion last(MigrationInfo[] steps, Predicate<MigrationInfo> which) {
        return Stream.of(steps)
                .filter(which)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }
}
