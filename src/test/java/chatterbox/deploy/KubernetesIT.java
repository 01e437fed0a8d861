package chatterbox.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Service;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesIT {
    private static final Map<String, Kind> KINDS = Map.of(
            "PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement,
            "Deployment", V1Deployment::validateJsonElement,
            "Service", V1Service::validateJsonElement,
            "Ingress", V1Ingress::validateJsonElement);

    private static final Map<String, JsonElement> MANIFEST = manifest();

    /** Refuses unknown fields, missing ones and values of another type. */
    @FunctionalInterface
    private interface Kind {
        void validate(JsonElement manifest) throws IOException;
    }

    @Test
    void kubernetes_knows_every_field() throws IOException {
        assertThat(MANIFEST).containsOnlyKeys(KINDS.keySet());
        for (var part : MANIFEST.entrySet()) {
            KINDS.get(part.getKey()).validate(part.getValue());
        }
    }

    /** Kubernetes refuses numbers there, which the client's classes let through. */
    @Test
    void the_environment_and_the_annotations_are_text() {
        assertThat(at(container(), "env").getAsJsonArray()).allMatch(variable -> isText(at(variable, "value")));
        assertThat(at("Ingress", "metadata.annotations")
                        .getAsJsonObject()
                        .asMap()
                        .values())
                .allMatch(KubernetesIT::isText);
    }

    @Test
    void the_parts_find_each_other() {
        var pod = at("Deployment", "spec.template");
        assertThat(at("Deployment", "spec.selector.matchLabels")).isEqualTo(at(pod, "metadata.labels"));
        assertThat(at("Service", "spec.selector")).isEqualTo(at(pod, "metadata.labels"));
        assertThat(at("Service", "spec.ports.0.targetPort")).isEqualTo(at(container(), "ports.0.name"));
        assertThat(at("Ingress", "spec.rules.0.http.paths.0.backend.service.name"))
                .isEqualTo(at("Service", "metadata.name"));
        assertThat(at("Ingress", "spec.rules.0.http.paths.0.backend.service.port.name"))
                .isEqualTo(at("Service", "spec.ports.0.name"));
        assertThat(at("Ingress", "spec.rules.0.host")).isEqualTo(at("Ingress", "spec.tls.0.hosts.0"));
        assertThat(at(pod, "spec.volumes.0.persistentVolumeClaim.claimName"))
                .isEqualTo(at("PersistentVolumeClaim", "metadata.name"));
    }

    @Test
    void every_probe_asks_what_the_image_answers() {
        for (var probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
            assertThat(at(container(), probe + ".httpGet.path").getAsString()).isEqualTo("/api");
            assertThat(at(container(), probe + ".httpGet.port")).isEqualTo(at(container(), "ports.0.name"));
        }
        assertThat(image()).contains("EXPOSE " + at(container(), "ports.0.containerPort"));
    }

    @Test
    void it_runs_as_the_user_of_the_image_on_its_folder() {
        var security = at("Deployment", "spec.template.spec.securityContext");
        assertThat(image())
                .contains("USER " + at(security, "runAsUser") + ":" + at(security, "runAsGroup"))
                .contains(
                        "VOLUME " + at(container(), "volumeMounts.0.mountPath").getAsString());
    }

    private static boolean isText(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    private static String image() {
        return Shipped.file("container/Containerfile").text();
    }

    private static JsonElement container() {
        return at("Deployment", "spec.template.spec.containers.0");
    }

    private static JsonElement at(String kind, String path) {
        return at(MANIFEST.get(kind), path);
    }

    /** What stands there, by the names of fields and the numbers of entries. */
    private static JsonElement at(JsonElement whole, String path) {
        var found = whole;
        for (var step : path.split("\\.")) {
            found = found.isJsonArray()
                    ? found.getAsJsonArray().get(Integer.parseInt(step))
                    : found.getAsJsonObject().get(step);
            assertThat(found).as(path).isNotNull();
        }
        return found;
    }

    private static Map<String, JsonElement> manifest() {
        var parts = new LinkedHashMap<String, JsonElement>();
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (var part : yaml.loadAll(Shipped.file("kubernetes/chatterbox.yaml").text())) {
            var json = new Gson().toJsonTree(part);
            parts.put(json.getAsJsonObject().get("kind").getAsString(), json);
        }
        return parts;
    }
}
