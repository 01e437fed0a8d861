package chatterbox.conformance;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.File;
import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;

/** A test against the WAR as it was built, deployed by Arquillian on the server of this run. */
@ExtendWith(NeedsJdk.class)
@ArquillianTest
@RunAsClient
abstract class ServerTest {
    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/chatterbox.war"));
    }

    Http http() {
        return new Http(URI.create("http://127.0.0.1:" + base.getPort() + base.getPath()));
    }

    static void assertRefused(Http.Answer answer, int status, String reason, String field) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        assertThat(answer.whole().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.text("reason")).isEqualTo(reason);
        assertThat(answer.text("field")).isEqualTo(field);
    }
}
