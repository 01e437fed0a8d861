package chatterbox.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.github.f4b6a3.uuid.UuidCreator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import chatterbox.conformance.Http;

/** The people of a small company and what they say, the same at every run, told to a server through its own API. */
final class Team {
    static final String PASSWORD = "correct horse battery staple";

    private static final JsonFactory JSON = new JsonFactory();
    private static final int WRITERS = 8;

    private final Http http;
    private final Random random = new Random(7);
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> rooms = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    /** By room name. */
    private final Map<String, List<String>> members = new HashMap<>();

    Team(URI server) {
        http = new Http(server);
    }

    void fill(int messages) throws InterruptedException, ExecutionException {
        Script.PEOPLE.forEach(this::register);
        Script.ROOMS.forEach(this::open);
        var direct = List.of(direct("ada", "grace"), direct("ada", "linus", "margaret"), direct("ada", "yukihiro"));
        converse(messages);
        direct.forEach(room -> Script.PRIVATELY.forEach(text -> post(any(List.of("ada", room.other)), room.id, text)));
        embellish();
    }

    /** A direct room, and one who is in it besides the one who opened it. */
    private record Direct(String id, String other) {}

    private void register(String username, String displayName) {
        var answer = http.post(
                "/api/register", json(Map.of("username", username, "password", PASSWORD, "displayName", displayName)));
        tokens.put(username, done(answer).text("token"));
        names.add(username);
    }

    private void open(String name, Script.Opening opening) {
        var room = done(http.post(
                        "/api/rooms",
                        json(Map.of("name", name, "kind", opening.kind(), "topic", opening.topic())),
                        bearer("ada")))
                .text("id");
        rooms.put(name, room);
        var invited = names.stream()
                .filter(one -> opening.everybody() || one.equals("ada") || random.nextInt(3) == 0)
                .toList();
        invited.forEach(one -> done(http.method("PUT", "/api/rooms/" + room + "/members/" + one, "", bearer("ada"))));
        members.put(name, invited);
    }

    private Direct direct(String caller, String... others) {
        var people = done(http.method(
                "PUT", "/api/direct", "{\"people\":[\"" + String.join("\",\"", others) + "\"]}", bearer(caller)));
        return new Direct(people.text("id"), others[0]);
    }

    /** Most of it in two rooms, as in life. */
    private void converse(int messages) throws InterruptedException, ExecutionException {
        var writers = Executors.newFixedThreadPool(WRITERS);
        var posts = new ArrayList<Callable<Http.Answer>>();
        for (var n = 0; n < messages; n++) {
            var name = random.nextInt(3) > 0 ? "general" : any(Script.CHATTY);
            var room = rooms.getOrDefault(name, name);
            var author = any(members.getOrDefault(name, names));
            var text = any(Script.LINES);
            posts.add(() -> post(author, room, text));
        }
        for (var posted : writers.invokeAll(posts)) {
            posted.get();
        }
        writers.shutdown();
    }

    /** What the last messages of the room where all are show: replies, reactions, edits, a pin, a deletion. */
    private void embellish() {
        var asked = seq(post("margaret", "general", Script.QUESTION));
        for (var emoji : List.of("\uD83D\uDC40", "\u2764\uFE0F", "\uD83D\uDE80")) {
            names.stream().filter(one -> random.nextInt(4) == 0).forEach(one -> react(one, asked, emoji));
        }
        reply("grace", asked, Script.ANSWER);
        Script.ASIDE.forEach(said -> aside(said.get(0), asked, said.get(1), ""));
        var typo = seq(post("linus", "general", Script.TYPO));
        done(http.method("PATCH", message(typo), json(Map.of("text", Script.CORRECTED)), bearer("linus")));
        var regretted = seq(post("linus", "general", Script.REGRETTED));
        done(http.method("DELETE", message(regretted), "", bearer("linus")));
        done(http.method("PUT", message(asked) + "/pin", "", bearer("margaret")));
        var closing = new HashMap<String, Long>();
        Script.CLOSING.forEach((author, text) -> closing.put(author, seq(post(author, "general", text))));
        Script.CURIOUS.forEach(said -> aside(said.get(0), closing.get("yukihiro"), said.get(1), ""));
        aside("margaret", asked, Script.SETTLED, ",\"also\":true");
        var own = seq(post("ada", "general", Script.OFFER));
        Script.TAKERS.forEach((author, text) -> aside(author, own, text, ""));
        post("ada", rooms.get("Release notes"), Script.ANNOUNCEMENT);
    }

    private void react(String by, long seq, String emoji) {
        done(http.method(
                "PUT",
                message(seq) + "/reactions/" + URLEncoder.encode(emoji, StandardCharsets.UTF_8),
                "",
                bearer(by)));
    }

    private void reply(String by, long seq, String text) {
        done(http.post(
                "/api/rooms/general/messages",
                json(Map.of("id", UuidCreator.getTimeOrderedEpoch().toString(), "text", text, "replyTo", seq)),
                bearer(by)));
    }

    private void aside(String by, long thread, String text, String more) {
        var command = json(Map.of("id", UuidCreator.getTimeOrderedEpoch().toString(), "text", text, "thread", thread));
        done(http.post(
                "/api/rooms/general/messages", command.substring(0, command.length() - 1) + more + "}", bearer(by)));
    }

    private Http.Answer post(String author, String room, String text) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        return done(
                http.post("/api/rooms/" + room + "/messages", json(Map.of("id", id, "text", text)), bearer(author)));
    }

    private static String message(long seq) {
        return "/api/rooms/general/messages/" + seq;
    }

    private static long seq(Http.Answer ack) {
        return (long) ack.body().get("seq");
    }

    private String[] bearer(String username) {
        return new String[] {"Authorization", "Bearer " + tokens.get(username)};
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Http.Answer done(Http.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(
                    answer.whole().uri() + " " + answer.whole().body());
        }
        return answer;
    }

    private static String json(Map<String, ?> fields) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                json.writePOJO(field.getValue()); // texts and numbers
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
