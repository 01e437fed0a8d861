package chatterbox.container;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One server's place on this machine.
 *
 * @param folder its own, absolute; everything that it writes stays below
 * @param war the WAR to deploy, absolute
 * @param port where it answers, on 127.0.0.1 only
 * @param pool for a data source under {@link AppServer#poolName}; empty for a server as it comes
 */
public record Site(Path folder, Path war, int port, Optional<Pool> pool) {}
