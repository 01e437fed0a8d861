package chatterbox.deploy;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.regex.Pattern;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;
import chatterbox.conformance.Tab;
import chatterbox.container.Ports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for people outside, whichever reverse proxy stands before Chatterbox. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProxyTest {
    private static final Pattern SCRIPT = Pattern.compile("src=\"\\./(assets/[^\"]+\\.js)\"");
    private static final String FOREIGN = "https://evil.example";

    private Door door;
    private Foreground proxy;

    /** The proxy with the file for a host name of its own. */
    abstract Foreground atTheRoot(Door door, URI server);

    /** The proxy with the file for /chat of a site, before a server that has Chatterbox at /chatterbox. */
    abstract Foreground underAPath(Door door, URI server);

    @BeforeAll
    void start() {
        var server = Backend.atTheRoot();
        door = Door.at(server.port());
        proxy = atTheRoot(door, server.uri());
    }

    @AfterAll
    void stop() {
        if (proxy != null) {
            proxy.close();
        }
    }

    Http outside() {
        return door.client("/");
    }

    @Test
    void the_page_and_its_scripts_come_over_https() {
        var page = outside().get("/").whole();
        var script = SCRIPT.matcher(page.body());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(script.find()).isTrue();
        assertThat(outside().get("/" + script.group(1)).status()).isEqualTo(200);
    }

    @Test
    void http_is_sent_to_https() {
        var plain = new Http(URI.create("http://127.0.0.1:" + door.http()), HttpClient.newHttpClient());

        var answer = plain.get("/sign-in?a=b").whole();

        assertThat(answer.statusCode()).isBetween(301, 308);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://127.0.0.1/sign-in?a=b");
    }

    @Test
    void cookies_belong_to_this_host_and_to_https() {
        var ada = Person.register(outside(), "ada");

        assertThat(ada.signIn().whole().headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.startsWith("__Host-chatterbox-") && cookie.contains("; Secure"));
    }

    @Test
    void people_talk_through_the_proxy() {
        talk(outside(), door);
    }

    @Test
    void a_silent_socket_hears_the_heartbeat_at_once() {
        try (var socket = Person.register(outside(), "ada").connect()) {
            socket.awaitEmptyFrame();
        }
    }

    @Test
    void a_page_of_another_site_gets_no_socket() {
        var cookie = Person.register(outside(), "ada").signIn().cookie("__Host-chatterbox-access");

        assertThat(handshake(cookie, FOREIGN)).isEqualTo(403);
        assertThat(handshake(cookie, door.uri().toString())).isEqualTo(101);
    }

    /** The whole of 127.0.0.0/8 is this machine, on Linux. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_client_is_who_called_the_proxy_whatever_it_claims() throws Exception {
        var username = "from." + System.nanoTime();

        registerFrom("127.0.0.2", username);

        assertThat(addressOf(username)).isEqualTo("127.0.0.2");
    }

    @Test
    void the_server_is_told_the_host_the_client_and_https() throws Exception {
        var mirror = mirror();
        var elsewhere = Door.at(Ports.free());
        var other = atTheRoot(elsewhere, uri(mirror));
        try {
            for (var path : new String[] {"/", "/ws"}) {
                var seen =
                        elsewhere.client("/").get(path, "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "http");
                assertThat(seen.whole().body())
                        .containsPattern("host=\\[127\\.0\\.0\\.1[]:]")
                        .contains("x-forwarded-for=[127.0.0.1]", "x-forwarded-proto=[https]");
            }
        } finally {
            other.close();
            mirror.stop(0);
        }
    }

    @Test
    void no_log_has_a_token_in_it() {
        var ada = Person.register(outside(), "ada");
        ada.connect().close();
        outside().get("/ws?token=is-not-for-logs");

        assertThat(proxy.logs()).contains("/ws").doesNotContain("token").doesNotContain(ada.token());
    }

    @Test
    void no_log_has_a_token_in_it_while_the_server_is_away() {
        var away = URI.create("http://127.0.0.1:" + Ports.free() + "/");
        var root = Door.at(Ports.free());
        var site = Door.at(Ports.free());

        assertKeepsTokens(root.client("/"), atTheRoot(root, away));
        assertKeepsTokens(site.client("/chat/"), underAPath(site, away));
    }

    @Test
    void under_a_path_of_a_site_it_is_whole_as_well() {
        var server = Backend.underAPath();
        var site = Door.at(server.port());
        try (var other = underAPath(site, server.uri())) {
            var withoutSlash = site.client("/").get("/chat").whole();
            assertThat(withoutSlash.statusCode()).isBetween(301, 308);
            assertThat(withoutSlash.headers().firstValue("Location").orElseThrow())
                    .endsWith("/chat/");
            talk(site.client("/chat/"), site);
            talkInABrowser(site.client("/chat/"));
            assertThat(other.logs()).doesNotContain("token");
        }
    }

    private static void assertKeepsTokens(Http http, Foreground proxy) {
        try (proxy) {
            assertThat(http.get("/ws?token=is-not-for-logs").status()).isEqualTo(502);
            assertThat(proxy.logs()).doesNotContain("token");
        }
    }

    /** By cookie, as browsers do, and by token, as programs do. */
    private static void talk(Http http, Door door) {
        var ada = Person.register(http, "ada");
        var grace = Person.register(http, "grace");
        var cookie = ada.signIn().cookie("__Host-chatterbox-access");
        try (var hers = chatterbox.conformance.Socket.open(
                        http, "/ws", "Cookie", cookie, "Origin", door.uri().toString());
                var other = grace.connect()) {
            other.await("welcome");
            other.follow("general");
            hers.await("welcome");
            var id = hers.post("general", "through the proxy");
            assertThat(hers.awaitAnswer(id)).containsEntry("type", "ack");
            other.await(event ->
                    event.get("type").equals("message") && id.toString().equals(event.get("id")));
        }
    }

    private static void talkInABrowser(Http http) {
        try (var ada = Tab.desktop(http)) {
            var name = ada.register("Ada");
            var text = "Under a path, from " + name;
            ada.say(text);
            assertThat(ada.message(text)).hasAttribute("data-progress", "arrived");
        }
    }

    private int handshake(String cookie, String origin) {
        return chatterbox.conformance.Socket.handshakeStatus(outside(), "/ws", "Cookie", cookie, "Origin", origin);
    }

    /** Over a plain socket, since Java's own client cannot choose the address that it calls from. */
    private void registerFrom(String address, String username) throws IOException {
        var body = Person.credentials(username, Person.PASSWORD);
        var request = String.join(
                "\r\n",
                "POST /api/register HTTP/1.1",
                "Host: 127.0.0.1",
                "Connection: close",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "X-Forwarded-For: 203.0.113.9",
                "",
                body);
        try (var line = new Socket()) {
            line.bind(new InetSocketAddress(address, 0));
            line.connect(new InetSocketAddress("127.0.0.1", door.https()));
            var tls = door.certificate().trust().getSocketFactory().createSocket(line, "127.0.0.1", door.https(), true);
            tls.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(tls.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 201");
        }
    }

    private static String addressOf(String username) throws Exception {
        var database = "jdbc:sqlite:" + Backend.atTheRoot().data().resolve("chatterbox.db");
        try (var connection = DriverManager.getConnection(database);
                var query = connection.prepareStatement("SELECT address FROM login_session WHERE username = ?")) {
            query.setString(1, username);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    /** A server that answers with the headers that it was sent, one a line. */
    private static HttpServer mirror() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = new StringBuilder();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.append(name.toLowerCase())
                            .append('=')
                            .append(values)
                            .append('\n'));
            var body = headers.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return server;
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
