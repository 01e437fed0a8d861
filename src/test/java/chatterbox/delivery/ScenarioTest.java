package chatterbox.delivery;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

class ScenarioTest {
    @TestFactory
    Stream<DynamicTest> the_client_keeps_what_the_protocol_promises() {
        return Scenario.all().stream()
                .map(scenario -> dynamicTest(scenario.name() + ": " + scenario.about(), () -> play(scenario)));
    }

    private static void play(Scenario scenario) {
        var stage = new Stage();
        for (int n = 0; n < scenario.steps().size(); n++) {
            var step = scenario.steps().get(n);
            try {
                stage.play(step);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("Step " + (n + 1) + ", " + step + "\n" + failed.getMessage(), failed);
            }
        }
        stage.silent();
    }
}
