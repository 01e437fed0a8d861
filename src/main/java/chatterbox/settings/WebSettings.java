package chatterbox.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the outside reaches the server. */
public record WebSettings(
        @Setting(
                key = "URL",
                byDefault = "",
                why =
                        "The address that people open, such as https://chat.example.org. Set it behind a proxy: it is the "
                                + "only Origin then, and https makes the cookies secure. Empty: the Host of each request.")
        Optional<URI> url,

        @Setting(
                key = "PROXIES",
                byDefault = "",
                why = "Addresses of the reverse proxies, separated by commas, whose X-Forwarded-For and "
                        + "X-Forwarded-Proto are believed. Nobody by default: anyone can send these headers.")
        List<String> proxies) {}
