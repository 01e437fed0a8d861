package chatterbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What a Java process on Linux holds: the bytes of all objects that are reachable, and its open files and sockets. */
record Footprint(long bytes, long descriptors) {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    static Footprint of(long pid) throws IOException, InterruptedException {
        return new Footprint(bytes(pid), descriptors(pid));
    }

    /** Lines that were cut are noticed a moment later. */
    static void awaitAtMost(long pid, Footprint most) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE;
        var now = of(pid);
        while (!now.fitsInto(most) && System.nanoTime() < deadline) {
            now = of(pid);
        }
        assertThat(now).matches(footprint -> footprint.fitsInto(most), "at most " + most);
    }

    Footprint plus(long moreBytes, long moreDescriptors) {
        return new Footprint(bytes + moreBytes, descriptors + moreDescriptors);
    }

    private boolean fitsInto(Footprint most) {
        return bytes <= most.bytes && descriptors <= most.descriptors;
    }

    /** Counted after a full collection, which jcmd asks for. */
    private static long bytes(long pid) throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder(JCMD.toString(), String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var histogram = new String(jcmd.getInputStream().readAllBytes());
        assertThat(jcmd.waitFor()).as(histogram).isZero();
        var total = TOTAL.matcher(histogram);
        assertThat(total.find()).as(histogram).isTrue();
        return Long.parseLong(total.group(1));
    }

    private static long descriptors(long pid) throws IOException {
        try (var open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return open.count();
        }
    }
}
