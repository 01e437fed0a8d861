package chatterbox.deploy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;

import chatterbox.server.Requires;

import static org.assertj.core.api.Assertions.assertThat;

class CaddyIT extends ProxyTest {
    /** What is global: nobody but this machine, and nothing written anywhere else. */
    private static final String GLOBAL = """
            {
            	admin off
            	default_bind 127.0.0.1
            	http_port %d
            	https_port %d
            	storage file_system %s
            """;

    @Override
    Foreground atTheRoot(Door door, URI server) {
        return start("caddy/Caddyfile", "chat.example.org", door, server);
    }

    @Override
    Foreground underAPath(Door door, URI server) {
        return start("caddy/under-a-path.Caddyfile", "www.example.org", door, server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Caddyfile", "under-a-path.Caddyfile"})
    void the_file_is_written_as_caddy_writes_it(String name) {
        var file = Shipped.FOLDER.resolve("caddy").resolve(name);
        assertThat(Ran.command(caddy(), "fmt", file).well())
                .isEqualTo(Shipped.file("caddy/" + name).text().strip());
    }

    private static Foreground start(String name, String host, Door door, URI server) {
        var certificate = "tls /etc/caddy/" + host + ".pem /etc/caddy/" + host + ".key";
        var file = Shipped.file(name)
                .with(
                        "# With a certificate of your own: " + certificate,
                        "tls " + door.certificate().chain() + " "
                                + door.certificate().key())
                .with("\n" + host + " {\n", "\n127.0.0.1 {\n")
                .with("127.0.0.1:8080", server.getAuthority())
                .with("\n{\n", "\n" + GLOBAL.formatted(door.http(), door.https(), door.folder()))
                .writeTo(door.folder().resolve("Caddyfile"));
        return Foreground.start(
                door.folder(),
                door.https(),
                Map.of("HOME", door.folder().toString()),
                caddy(),
                "run",
                "--config",
                file,
                "--adapter",
                "caddyfile");
    }

    private static Object caddy() {
        return Requires.program("caddy", "caddy");
    }
}
