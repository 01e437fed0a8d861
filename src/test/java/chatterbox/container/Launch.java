package chatterbox.container;

import java.util.List;
import java.util.Map;

/** A command that runs a server in the foreground, and what its environment needs beyond Chatterbox's settings. */
public record Launch(List<String> command, Map<String, String> environment) {
    static Launch of(String... command) {
        return new Launch(List.of(command), Map.of());
    }
}
