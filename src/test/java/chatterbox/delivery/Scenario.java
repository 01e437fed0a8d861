package chatterbox.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import chatterbox.protocol.Json;

/** One of the scripts under {@code scenarios}, which the browser's tests play too; their README tells the steps. */
record Scenario(String name, String about, List<Step> steps) {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    record Step(String kind, Object value) {
        @Override
        public String toString() {
            return kind + " " + value;
        }
    }

    static List<Scenario> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The step that this JSON is, or those that it includes. */
    static Stream<Step> steps(String json) {
        return step(Json.object(json));
    }

    @SuppressWarnings("unchecked") // the files' shape is told in their README
    private static Scenario read(Path file) {
        var script = Json.object(text(file));
        var steps = ((List<Map<String, Object>>) script.get("steps"))
                .stream().flatMap(Scenario::step).toList();
        return new Scenario(file.getFileName().toString().replace(".json", ""), (String) script.get("about"), steps);
    }

    private static Stream<Step> step(Map<String, Object> step) {
        var only = step.entrySet().iterator().next();
        if (step.size() != 1) {
            throw new IllegalArgumentException("A step has one key: " + step);
        }
        return only.getKey().equals("includes")
                ? Json.objects(text(FOLDER.resolve((String) only.getValue()))).stream()
                        .flatMap(Scenario::step)
                : Stream.of(new Step(only.getKey(), only.getValue()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
