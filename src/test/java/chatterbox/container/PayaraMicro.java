package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro as it comes, which takes the WAR on its command line. */
final class PayaraMicro implements AppServer {
    @Override
    public String title() {
        return "Payara Micro";
    }

    @Override
    public String version() {
        return AppServer.pinned("payara-micro");
    }

    /** It answers before, and for a moment of its start with 503. */
    @Override
    public String readyLine() {
        return " ready in ";
    }

    @Override
    public Launch launch(Site site) throws IOException {
        var command = new ArrayList<>(command(site));
        if (site.pool().isPresent()) {
            command.addAll(List.of(
                    "--addlibs",
                    Pool.driver().toString(),
                    "--postbootcommandfile",
                    commands(site.folder(), site.pool().get()).toString()));
        }
        return new Launch(command, Map.of());
    }

    private static List<String> command(Site site) {
        return List.of(
                Jdk.java(),
                // For the file of commands, which keeps it to this machine.
                "-Dchatterbox.address=127.0.0.1",
                "-jar",
                System.getProperty("chatterbox.payara-micro"),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                "deploy/payara-micro/pre-boot-commands.txt",
                "--rootdir",
                site.folder().resolve("domain").toString(),
                "--port",
                String.valueOf(site.port()),
                "--deploy",
                site.war().toString());
    }

    private static Path commands(Path folder, Pool pool) throws IOException {
        return Files.writeString(
                folder.resolve("pool"), """
                create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
                --restype javax.sql.DataSource \
                --property serverName=%s:portNumber=%d:databaseName=%s:user=%s:password=unasked chatterbox
                create-jdbc-resource --connectionpoolid chatterbox jdbc/chatterbox
                """.formatted(pool.host(), pool.port(), pool.database(), pool.user()));
    }
}
