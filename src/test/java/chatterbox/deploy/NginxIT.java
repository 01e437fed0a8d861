package chatterbox.deploy;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import chatterbox.conformance.Person;
import chatterbox.server.Requires;

import static org.assertj.core.api.Assertions.assertThat;

class NginxIT extends ProxyTest {
    private static final Pattern TIMEOUT = Pattern.compile("(proxy_\\w+_timeout) (\\d+)s;");

    /** The heartbeat of our backends is a tenth of the usual one; the times of the file are half as generous. */
    private static final int HASTE = 20;

    private static final String AROUND = """
            daemon off;
            user root;
            error_log stderr;
            pid %1$s/nginx.pid;
            events {}
            http {
                access_log %1$s/site.log;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                %2$s
            }
            """;

    private static final String SITE = """
            server {
                listen 127.0.0.1:%d ssl;
                ssl_certificate %s;
                ssl_certificate_key %s;
                include %s;
            }
            """;

    @Override
    Foreground atTheRoot(Door door, URI server) {
        var file = Shipped.file("nginx/chatterbox.conf")
                .with("/etc/ssl/chat.example.org.pem", door.certificate().chain())
                .with("/etc/ssl/chat.example.org.key", door.certificate().key())
                .with("chat.example.org", "127.0.0.1")
                .with("http://127.0.0.1:8080", "http://" + server.getAuthority())
                .with("    listen [::]:80;\n", "")
                .with("    listen [::]:443 ssl http2;\n", "")
                .with("listen 80;", "listen 127.0.0.1:" + door.http() + ";")
                .with("listen 443 ssl http2;", "listen 127.0.0.1:" + door.https() + " ssl http2;");
        return start(door, "include " + adapted(file, door) + ";");
    }

    @Override
    Foreground underAPath(Door door, URI server) {
        var file = Shipped.file("nginx/under-a-path.conf")
                .with("http://127.0.0.1:8080", "http://" + server.getAuthority());
        var certificate = door.certificate();
        return start(door, SITE.formatted(door.https(), certificate.chain(), certificate.key(), adapted(file, door)));
    }

    @Test
    void somebody_who_only_reads_is_not_cut_off() throws Exception {
        try (var socket = Person.register(outside(), "ada").connect()) {
            socket.await("welcome");
            TimeUnit.SECONDS.sleep(6);
            assertThat(socket.isOpen()).isTrue();
        }
    }

    private static Path adapted(Shipped file, Door door) {
        return file.with("/var/log/nginx", door.folder())
                .with(TIMEOUT, match -> match.group(1) + " " + 1000 * Integer.parseInt(match.group(2)) / HASTE + "ms;")
                .writeTo(door.folder().resolve("adapted.conf"));
    }

    private static Foreground start(Door door, String within) {
        var nginx = Requires.program("nginx", "nginx-light");
        var whole = new Shipped(AROUND.formatted(door.folder(), within))
                .writeTo(door.folder().resolve("nginx.conf"));
        return Foreground.start(door.folder(), door.https(), Map.of(), nginx, "-e", "stderr", "-c", whole);
    }
}
