package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class AssetsIT extends ServerTest {
    private static final Map<String, String> SUFFIXES = Map.of("br", ".br", "gzip", ".gz", "identity", "");

    static List<String> files() {
        return Build.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_of_the_build_comes_in_the_forms_that_the_build_made(String file) {
        for (var coding : SUFFIXES.keySet()) {
            var form = Build.read(file + SUFFIXES.get(coding));
            var answer = get(Build.address(file), "Accept-Encoding", coding);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(form.or(() -> Build.read(file)).orElseThrow());
            assertThat(header(answer, "Content-Encoding"))
                    .isEqualTo(form.filter(bytes -> !coding.equals("identity")).map(bytes -> coding));
            // Open Liberty leaves it out of encoded answers.
            assertThat(header(answer, "Content-Length").orElse("" + form.orElse(answer.body()).length))
                    .isEqualTo("" + answer.body().length);
            assertThat(header(answer, "Vary"))
                    .isEqualTo(Build.read(file + ".gz").map(bytes -> "Accept-Encoding"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "index, .html, text/html;charset=utf-8, no-cache",
        "sign-in, .html, text/html;charset=utf-8, no-cache",
        "favicon, .svg, image/svg+xml, no-cache",
        "manifest, .webmanifest, application/manifest+json, no-cache",
        "assets/, .js, text/javascript;charset=utf-8, 'public, max-age=31536000, immutable'",
        "assets/, .css, text/css;charset=utf-8, 'public, max-age=31536000, immutable'",
    })
    void a_file_says_what_it_is_and_how_long_it_stays(String path, String ending, String type, String cached) {
        var answer = get(Build.address(path, ending));
        assertThat(header(answer, "Content-Type")
                        .map(given -> given.replace(" ", "").toLowerCase()))
                .hasValue(type);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly(cached);
        assertThat(header(answer, "X-Content-Type-Options")).hasValue("nosniff");
        assertThat(header(answer, "Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
        assertThat(header(answer, "Server")).isEmpty();
    }

    @Test
    void what_the_browser_has_is_not_sent_again_in_that_form() {
        var script = Build.address("assets/", ".js");
        var plain = header(get(script), "ETag").orElseThrow();
        var known = get(script, "If-None-Match", plain);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).hasValue(plain);
        assertThat(get(script, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
        assertThat(get(script, "If-None-Match", plain, "Accept-Encoding", "br").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_head_request_gets_the_headers_of_the_whole() {
        var whole = get("/", "Accept-Encoding", "gzip");
        var head = send("HEAD", "/", "Accept-Encoding", "gzip");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : List.of("Content-Type", "Content-Encoding", "ETag", "Cache-Control")) {
            assertThat(header(head, name)).as(name).isPresent().isEqualTo(header(whole, name));
        }
    }

    /** Parts are not promised; who asks for one gets the whole (RFC 9110, section 14.2). */
    @Test
    void a_part_is_answered_with_the_whole() {
        var part = get("/", "Range", "bytes=0-9");
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).isEqualTo(Build.read("index.html").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/classes/chatterbox/web/Startup.class",
                "/WEB-INF/assets/index.html",
                "/web-inf/web.xml",
                "/WEB-INF/",
                "/WEB-INF",
                "//WEB-INF/web.xml",
                "/./WEB-INF/web.xml",
                "/;x/WEB-INF/web.xml",
                "/WEB-INF;x/web.xml",
                "/assets/../WEB-INF/web.xml",
                "/assets/..;/WEB-INF/web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/assets/..%2fWEB-INF/web.xml",
                "/assets/..%5cWEB-INF%5cweb.xml",
                "/assets/..%c0%afWEB-INF/web.xml",
                "/%57EB-INF/web.xml",
                "/WEB-INF%2fweb.xml",
                "/WEB-INF/web.xml%00.js",
                "/WEB-INF/web.xml.",
                "/META-INF/MANIFEST.MF",
                "/META-INF/maven/chatterbox/chatterbox/pom.xml"
            })
    void nothing_else_of_the_war_can_be_read_by_anybody_under_any_spelling(String path) {
        var ada = Person.register(http(), "ada");
        var page = new String(Build.read("index.html").orElseThrow(), StandardCharsets.UTF_8);
        for (var headers : new String[][] {{}, ada.bearer()}) {
            var answer = http().get(path, headers);
            assertThat(answer.status()).isBetween(200, 499);
            // Payara takes all behind a semicolon for a parameter, and so /;x/WEB-INF/web.xml for the page.
            assertThat(answer.status() == 200).isEqualTo(answer.whole().body().equals(page));
            assertThat(answer.whole().body()).doesNotContain("<web-app", "Manifest-Version", "<project");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/index.html.br",
                "/assets",
                "/assets/",
                "/assets/no-such-file.js",
                "/no-such-page"
            })
    void an_unknown_address_asks_strangers_to_sign_in_and_is_nowhere_for_others(String path) {
        assertRefused(http().get(path), 401, "sign-in-again", null);
        assertRefused(http().get(path, Person.register(http(), "ada").bearer()), 404, "not-found", null);
    }

    @Test
    void the_address_without_its_slash_leads_to_the_page() throws Exception {
        var bare = URI.create(http().uri("").toString());
        assertThat(bare.getPath()).isEqualTo("/chatterbox");
        var answer = http().client().send(HttpRequest.newBuilder(bare).build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isBetween(301, 308);
        assertThat(bare.resolve(header(answer, "Location").orElseThrow())).isEqualTo(http().uri("/"));
    }

    private HttpResponse<byte[]> get(String address, String... headers) {
        return send("GET", address, headers);
    }

    private HttpResponse<byte[]> send(String method, String address, String... headers) {
        try {
            var request = http().request(address, headers).method(method, BodyPublishers.noBody());
            return http().client().send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name);
    }
}
