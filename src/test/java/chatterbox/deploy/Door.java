package chatterbox.deploy;

import java.net.URI;
import java.nio.file.Path;

import chatterbox.conformance.Http;
import chatterbox.container.Ports;

/** Where a proxy under test listens, instead of on 80 and 443 of every network, and the folder for its files and logs. */
record Door(int http, int https, Path folder, Certificate certificate) {
    static Door at(int https) {
        var folder = Foreground.folder("proxy");
        return new Door(Ports.free(), https, folder, Certificate.of(folder));
    }

    /** What people open. */
    URI uri() {
        return URI.create("https://127.0.0.1:" + https);
    }

    /** A client outside, who sees whatever lies under this path. */
    Http client(String path) {
        return new Http(uri().resolve(path), certificate.client());
    }
}
