package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The frames under {@code golden}, which the browser's tests read too: one file for each kind of command and event. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** The kinds that have a file. */
    static List<String> kinds() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of one kind that go down. */
    static List<String> events(String kind) {
        return frames(kind).stream().filter(frame -> frame.startsWith("[")).toList();
    }

    /** Those of one kind that go up. */
    static List<String> commands(String kind) {
        return frames(kind).stream().filter(frame -> frame.startsWith("{")).toList();
    }

    /** The frames of one kind, each on one line as it goes over the wire. */
    static List<String> frames(String kind) {
        try (var json = Json.FACTORY.createParser(Files.readString(FOLDER.resolve(kind + ".json")))) {
            json.nextToken();
            while (!"frames".equals(json.nextFieldName())) {
                json.nextToken();
                json.skipChildren();
            }
            var frames = new ArrayList<String>();
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                var frame = new StringWriter();
                try (var line = Json.FACTORY.createGenerator(frame)) {
                    line.copyCurrentStructure(json);
                }
                frames.add(frame.toString());
            }
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client must not send: name, frame, reason and, where one is to blame, field. */
    static List<Map<String, Object>> refused() {
        return frames("refused/frames").stream().map(Json::object).toList();
    }
}
