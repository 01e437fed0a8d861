package chatterbox.deploy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import chatterbox.container.AppServer;
import chatterbox.container.Ports;
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
            var port = Ports.free();
            var server = ServerProcess.start("behind-a-proxy", settings(port));
            closeAtTheEnd(server::close);
            atTheRoot = new Backend(server.uri(), server.data(), port);
        }
        return atTheRoot;
    }

    /** chatterbox.war on a server of the operator's, at /chatterbox. */
    static synchronized Backend underAPath() {
        if (underAPath == null) {
            underAPath = startUnderAPath(Ports.free());
        }
        return underAPath;
    }

    private static Backend startUnderAPath(int proxysPort) {
        var server = ServerProcess.start(AppServer.named("payara-micro"), "under-a-path", settings(proxysPort));
        closeAtTheEnd(server::close);
        return new Backend(server.uri(), server.data(), proxysPort);
    }

    /** A tenth of the usual heartbeat, so that tests of silence are short. */
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
