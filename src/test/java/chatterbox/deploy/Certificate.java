package chatterbox.deploy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import chatterbox.server.Requires;

/** A certificate for 127.0.0.1 that signs itself, as files in PEM, and a TLS that trusts nobody else. */
record Certificate(Path chain, Path key, SSLContext trust) {
    static Certificate of(Path folder) {
        var chain = folder.resolve("certificate.pem");
        var key = folder.resolve("certificate.key");
        var openssl = Requires.program("openssl", "openssl");
        Ran.command(
                        openssl,
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=127.0.0.1",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1",
                        "-keyout",
                        key,
                        "-out",
                        chain)
                .well();
        return new Certificate(chain, key, trust(chain));
    }

    HttpClient client() {
        return HttpClient.newBuilder().sslContext(trust).build();
    }

    private static SSLContext trust(Path chain) {
        try (var pem = Files.newInputStream(chain)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "own", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
