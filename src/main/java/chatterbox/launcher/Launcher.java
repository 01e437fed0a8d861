package chatterbox.launcher;

import fish.payara.micro.boot.PayaraMicroLauncher;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts Payara Micro with the WAR inside this jar, and ends the process when that does not work. */
public final class Launcher {
    private static final String ADDRESS = "CHATTERBOX_ADDRESS";
    private static final List<String> EVERYWHERE = List.of("0.0.0.0", "::");
    private static final int READ_TIMEOUT_MS = 30_000;

    private Launcher() {}

    /** The arguments are Payara Micro's own, such as {@code --port 9000}. */
    public static void main(String... arguments) throws Exception {
        var address = address();
        // pre-boot-commands.txt reads it.
        System.setProperty("chatterbox.address", address);
        var log = System.getLogger(Launcher.class.getName());
        var port = port(List.of(arguments));
        var refused = refused(address, port);
        if (refused.isPresent()) {
            // One line; Payara Micro would write forty.
            log.log(
                    Level.ERROR,
                    "Chatterbox cannot start: port {0} of {1} is not to be had ({2}); stop the program that has it, "
                            + "or choose another one with --port",
                    port,
                    address,
                    refused.get());
            System.exit(1);
        }
        start(arguments);
        var home = URI.create("http://" + host(address) + ":" + port + "/");
        if (!answers(home)) {
            // Payara Micro goes on without an application that failed; an operator's supervisor must see it fail.
            log.log(Level.ERROR, "Chatterbox did not start; the reason stands above");
            System.exit(1);
        }
        log.log(Level.INFO, "Chatterbox is ready: {0}", home);
    }

    private static void start(String... arguments) throws Exception {
        var folder = RuntimeFolder.claim();
        PayaraMicroLauncher.create(Stream.concat(Stream.of("--unpackdir", folder.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    /** Why nobody can listen there now; what else may be wrong with an address or a port the server tells. */
    private static Optional<String> refused(String address, String port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, Integer.parseInt(port)));
            return Optional.empty();
        } catch (BindException taken) {
            return Optional.of(taken.getMessage());
        } catch (IOException | RuntimeException somethingElse) {
            return Optional.empty();
        }
    }

    private static boolean answers(URI home) {
        try {
            var status = (HttpURLConnection) home.resolve("api").toURL().openConnection(Proxy.NO_PROXY);
            status.setReadTimeout(READ_TIMEOUT_MS);
            return status.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException failed) {
            return false;
        }
    }

    private static String host(String address) {
        if (EVERYWHERE.contains(address)) {
            return "localhost";
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static String address() {
        return Optional.ofNullable(System.getProperty(ADDRESS))
                .or(() -> Optional.ofNullable(System.getenv(ADDRESS)))
                .filter(text -> !text.isBlank())
                .orElse("127.0.0.1");
    }

    private static String port(List<String> arguments) {
        var option = arguments.indexOf("--port");
        return option < 0 || option + 1 == arguments.size() ? "8080" : arguments.get(option + 1);
    }
}
