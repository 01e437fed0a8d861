package chatterbox.asset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import chatterbox.http.Exchange;

import static org.assertj.core.api.Assertions.assertThat;

class AssetServletTest {
    private static final Assets ASSETS = new Assets(Map.of(
            "/index.html", bytes("<chat>"),
            "/index.html.br", bytes("br"),
            "/index.html.gz", bytes("gz"),
            "/sign-in.html", bytes("<sign-in>"),
            "/favicon.svg", bytes("<svg>"),
            "/manifest.webmanifest", bytes("{}"),
            "/assets/index-1a2b3c.js", bytes("script"),
            "/assets/index-1a2b3c.js.gz", bytes("gz"),
            "/assets/style-4d5e6f.css", bytes("style")));

    @ParameterizedTest
    @CsvSource({
        "/, <chat>, text/html; charset=utf-8",
        "/sign-in, <sign-in>, text/html; charset=utf-8",
        "/favicon.svg, <svg>, image/svg+xml",
        "/manifest.webmanifest, {}, application/manifest+json",
        "/assets/index-1a2b3c.js, script, text/javascript; charset=utf-8",
        "/assets/style-4d5e6f.css, style, text/css; charset=utf-8"
    })
    void the_pages_and_what_they_need_are_served(String path, String body, String mediaType) throws Exception {
        var answer = serve(new Exchange("GET", path));
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(body);
        assertThat(answer.headers)
                .containsEntry("Content-Type", mediaType)
                .containsEntry("Content-Length", "" + body.length());
    }

    @Test
    void pages_are_asked_for_again_and_hashed_files_never() throws Exception {
        assertThat(serve(new Exchange("GET", "/")).headers).containsEntry("Cache-Control", "no-cache");
        assertThat(serve(new Exchange("GET", "/favicon.svg")).headers).containsEntry("Cache-Control", "no-cache");
        assertThat(serve(new Exchange("GET", "/assets/index-1a2b3c.js")).headers)
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|none",
                "gzip, deflate, br|br",
                "GZIP|gzip",
                "br;q=0, gzip|gzip",
                "br; q=0.000,gzip;q=0.1|gzip",
                "br;q=0.5|br",
                "identity|none",
                "brr, x-gzip|none",
                "gzip;q=0|none"
            })
    void the_smallest_form_that_the_client_takes_is_sent(String accepted, String sent) throws Exception {
        var exchange = new Exchange("GET", "/");
        var answer = serve(accepted == null ? exchange : exchange.with("Accept-Encoding", accepted));
        assertThat(answer.headers.get("Content-Encoding")).isEqualTo(sent);
        assertThat(answer.headers).containsEntry("Vary", "Accept-Encoding");
        assertThat(answer.text()).isEqualTo(sent == null ? "<chat>" : sent.equals("gzip") ? "gz" : "br");
    }

    @Test
    void a_form_that_the_build_did_not_make_is_not_promised() throws Exception {
        var answer = serve(new Exchange("GET", "/favicon.svg").with("Accept-Encoding", "br, gzip"));
        assertThat(answer.headers).doesNotContainKeys("Content-Encoding", "Vary");
        var script = serve(new Exchange("GET", "/assets/index-1a2b3c.js").with("Accept-Encoding", "br, gzip"));
        assertThat(script.headers).containsEntry("Content-Encoding", "gzip");
    }

    @Test
    void what_the_browser_has_already_is_not_sent_again() throws Exception {
        var etag = serve(new Exchange("GET", "/")).headers.get("ETag");
        for (var known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
            var answer = serve(new Exchange("GET", "/").with("If-None-Match", known));
            assertThat(answer.status).isEqualTo(304);
            assertThat(answer.text()).isEmpty();
            assertThat(answer.headers).containsEntry("ETag", etag).containsEntry("Cache-Control", "no-cache");
        }
        assertThat(serve(new Exchange("GET", "/").with("If-None-Match", "\"x\"")).status)
                .isEqualTo(200);
        var compressed = new Exchange("GET", "/").with("If-None-Match", etag).with("Accept-Encoding", "br");
        assertThat(serve(compressed).status).isEqualTo(200);
    }

    @Test
    void a_head_request_gets_the_headers_alone() throws Exception {
        var answer = serve(new Exchange("HEAD", "/"));
        assertThat(answer.headers).containsEntry("Content-Length", "6").containsKey("ETag");
        assertThat(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"})
    void other_methods_are_refused(String method) throws Exception {
        var answer = serve(new Exchange(method, "/"));
        assertThat(answer.status).isEqualTo(405);
        assertThat(answer.headers).containsEntry("Allow", "GET, HEAD");
        assertThat(answer.text()).contains("\"reason\":\"method-not-allowed\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/sign-in.html",
                "/index.html.br",
                "/assets",
                "/assets/",
                "/assets/../index.html",
                "/assets/..",
                "/..",
                "//",
                "/%2e%2e/web.xml",
                "/WEB-INF/web.xml",
                "/WEB-INF/assets/index.html",
                "/assets/index-1a2b3c.js/",
                "/assets/INDEX-1a2b3c.js",
                "/sign-in;x=y",
                "/sign-in\0"
            })
    void whatever_was_not_there_at_the_start_is_not_found(String path) throws Exception {
        assertThat(ASSETS.has(path)).isFalse();
        var answer = serve(new Exchange("GET", path));
        assertThat(answer.status).isEqualTo(404);
        assertThat(answer.headers).containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void the_applications_address_without_its_slash_leads_to_the_one_with_it_and_to_no_other_host() throws Exception {
        var answer = serve(new Exchange("GET", "/chat", ""));
        assertThat(answer.status).isEqualTo(302);
        assertThat(answer.headers).containsEntry("Location", "./chat/");
        assertThat(serve(new Exchange("GET", "//evil.example", "")).headers)
                .containsEntry("Location", "./evil.example/");
        assertThat(serve(new Exchange("GET", "/chat", "/")).text()).isEqualTo("<chat>");
    }

    private static Exchange serve(Exchange exchange) throws Exception {
        var servlet = new AssetServlet();
        servlet.assets = ASSETS;
        servlet.service(exchange.request(), exchange.response());
        return exchange;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
