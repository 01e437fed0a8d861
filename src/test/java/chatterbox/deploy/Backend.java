package chatterbox.deploy;

import fish.payara.micro.boot.PayaraMicroLauncher;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import chatterbox.conformance.Http;
import chatterbox.server.ServerProcess;

/**
 * A Chatterbox for proxies to stand before, one after another; it ends with the JVM.
 *
 * @param port where its proxy listens, which is part of the address that it is told people open
 */
record Backend(URI uri, Path data, int port) {
    private static Backend atTheRoot;
    private static Backend underAPath;

    /** chatterbox.jar. */
    static synchronized Backend atTheRoot() {
        if (atTheRoot == null) {
            var port = Foreground.freePort();
            var server = ServerProcess.start("behind-a-proxy", settings(port));
            closeAtTheEnd(server::close);
            atTheRoot = new Backend(server.uri(), server.data(), port);
        }
        return atTheRoot;
    }

    /** chatterbox.war on a server of the operator's, at /chatterbox. */
    static synchronized Backend underAPath() {
        if (underAPath == null) {
            underAPath = startUnderAPath(Foreground.freePort(), Foreground.freePort());
        }
        return underAPath;
    }

    private static Backend startUnderAPath(int port, int proxysPort) {
        var folder = Foreground.folder("under-a-path");
        var settings = new HashMap<>(settings(proxysPort));
        settings.put("CHATTERBOX_DATA", folder.resolve("data").toString());
        var server = Foreground.start(
                folder,
                port,
                settings,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Dchatterbox.address=127.0.0.1",
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                Path.of(URI.create(PayaraMicroLauncher.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString())),
                "--nocluster",
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                Shipped.FOLDER.resolve("payara-micro/pre-boot-commands.txt"),
                "--deploy",
                Path.of("target", "chatterbox.war"),
                "--contextroot",
                "chatterbox",
                "--port",
                port);
        closeAtTheEnd(server::close);
        // It listens before it deploys.
        var uri = URI.create("http://127.0.0.1:" + port + "/chatterbox/");
        server.await(() -> new Http(uri).get("/api").status() == 200);
        return new Backend(uri, folder.resolve("data"), proxysPort);
    }

    /** A twentieth of the usual heartbeat, so that tests of silence are short. */
    private static Map<String, String> settings(int proxysPort) {
        return Map.of(
                "CHATTERBOX_URL", "https://127.0.0.1:" + proxysPort,
                "CHATTERBOX_PROXIES", "127.0.0.1",
                "CHATTERBOX_HEARTBEAT", "1s");
    }

    private static void closeAtTheEnd(Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(close));
    }
}
