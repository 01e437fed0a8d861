package chatterbox.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * This machine's programs in place of a base image, since there is no registry: an image of empty folders, over which a
 * container mounts them. All programs of the machine are in /usr, as on Debian, but for Java perhaps.
 */
record StandIn(Path folder) {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final List<String> FOLDERS = List.of("usr", "opt/java/openjdk", "proc", "sys", "dev", "etc", "run");

    /** Java is where eclipse-temurin has it. */
    private static final String IMAGE = """
            FROM scratch
            COPY root /
            ENV PATH=/opt/java/openjdk/bin:/usr/bin
            """;

    /** Not built yet. */
    static StandIn create() throws IOException {
        var image = new StandIn(Foreground.folder("image"));
        for (var mounted : FOLDERS) {
            Files.createDirectories(image.at(mounted));
        }
        Files.createDirectories(image.at(settingsOfJava().toString().substring(1)));
        for (var link : new String[] {"bin", "lib", "lib64"}) {
            Files.createSymbolicLink(image.at(link), Path.of("usr", link));
        }
        new Shipped(IMAGE).writeTo(image.folder.resolve("Containerfile"));
        return image;
    }

    /** A file of the image, by its path without the first slash. */
    Path at(String path) {
        return folder.resolve("root").resolve(path);
    }

    /** The options of podman run that mount the machine. */
    static Stream<String> mounts() throws IOException {
        var settings = settingsOfJava();
        return Stream.of(
                "--volume=/usr:/usr:ro",
                "--volume=" + JAVA + ":/opt/java/openjdk:ro",
                "--volume=" + settings + ":" + settings + ":ro");
    }

    /** Debian keeps them apart from Java itself, and links to them. */
    private static Path settingsOfJava() throws IOException {
        return JAVA.resolve("conf/net.properties").toRealPath().getParent();
    }
}
