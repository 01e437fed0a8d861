package chatterbox.persistence;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A server deploys again and again, each time with new classes, and wants the old ones gone. */
class RedeployTest {
    /** SQLite's driver runs one; the JDK's thread that waits for processes keeps the classes of the first who did. */
    @BeforeAll
    static void runAnyProcess() throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_deployment_opens_what_the_one_before_closed_and_leaves_no_class_behind(Engine engine) throws Exception {
        var settings = Engines.fresh(engine);
        var first = deploy(settings.data(), settings.database());
        var second = deploy(settings.data(), settings.database());

        awaitGone(first);
        awaitGone(second);
    }

    private static WeakReference<ClassLoader> deploy(Path folder, String url) throws Exception {
        try (var classes = new URLClassLoader(classpath(), ClassLoader.getPlatformClassLoader())) {
            var before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(classes);
            try {
                classes.loadClass(Deployed.class.getName())
                        .getMethod("run", String.class, String.class)
                        .invoke(null, folder.toString(), url);
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
            return new WeakReference<>(classes);
        }
    }

    /** PostgreSQL's driver has a thread that cleans up, and ends after half a minute without work. */
    private static void awaitGone(WeakReference<ClassLoader> classes) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(45);
        while (classes.get() != null && System.nanoTime() < deadline) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(threadsOf(classes)).isEmpty();
        assertThat(classes.get()).as("the classes of a deployment that ended").isNull();
    }

    private static List<Thread> threadsOf(WeakReference<ClassLoader> classes) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> classes.get() != null && thread.getContextClassLoader() == classes.get())
                .toList();
    }

    private static URL[] classpath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).toURI())
                .map(RedeployTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(URI entry) {
        try {
            return entry.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
