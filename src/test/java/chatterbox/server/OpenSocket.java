package chatterbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An IP socket that a process holds, as Linux' /proc tells it: the local address in hexadecimal, and its state. */
record OpenSocket(String protocol, String local, String state) {
    private static final String LISTEN = "0A";

    static List<OpenSocket> of(long pid) throws IOException {
        var inodes = inodes(Path.of("/proc", String.valueOf(pid), "fd"));
        return Stream.of("tcp", "tcp6", "udp", "udp6")
                .flatMap(OpenSocket::lines)
                .filter(line -> inodes.contains(line[10]))
                .map(line -> new OpenSocket(line[0], line[2], line[4]))
                .toList();
    }

    boolean listens() {
        return state.equals(LISTEN);
    }

    /** 127.0.0.1, as such or mapped into IPv6. */
    boolean isLocal() {
        return local.split(":")[0].endsWith("0100007F");
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        try (var links = Files.list(descriptors)) {
            return links.map(OpenSocket::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Stream<String[]> lines(String protocol) {
        try {
            return Files.readAllLines(Path.of("/proc/net", protocol)).stream()
                    .skip(1)
                    .map(line -> (protocol + " " + line.strip()).split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
