package chatterbox.server;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import static org.assertj.core.api.Assertions.assertThat;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StatusIT {
    @ArquillianResource
    URL server;

    @Deployment
    static WebArchive chatterbox() {
        return WholeWar.atTheRoot();
    }

    @Test
    void the_war_deploys_on_a_plain_payara_micro_and_says_that_it_is_well() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + server.getPort() + "/api");

        var status = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.body()).contains("\"name\":\"Chatterbox\"", "\"protocol\":1", "\"status\":\"ok\"");
    }
}
