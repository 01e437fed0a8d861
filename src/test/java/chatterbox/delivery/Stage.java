package chatterbox.delivery;

import com.google.gson.Gson;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import chatterbox.protocol.Answer;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.protocol.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Plays the server, the person and the clock to one client. What it wants done lies on the table until a step takes it. */
final class Stage implements Outside, Listener {
    private static final Gson JSON = new Gson();
    private static final double DICE = 0.5;
    private static final String NOON = "2026-01-05T12:00:00.000Z";

    private final Map<UUID, OutgoingText> stored = new LinkedHashMap<>();
    private final Map<String, UUID> names = new HashMap<>();
    private final Deque<Map<String, Object>> commands = new ArrayDeque<>();
    private final Deque<Ask> asks = new ArrayDeque<>();
    private final Map<String, List<Event.Message>> screen = new HashMap<>();
    private final List<Event.Ack> accepted = new ArrayList<>();
    private List<OutgoingText> outbox = List.of();
    private Optional<Phase> phase = Optional.empty();
    private Conversation conversation;
    private long clock;
    private boolean dials;
    private boolean refreshes;
    private boolean online;

    Stage() {
        start();
    }

    void play(Scenario.Step step) {
        switch (step.kind()) {
            case "connects" -> connects();
            case "refuses" -> refuses(fields(step));
            case "refreshes" -> refreshes(fields(step));
            case "cut" -> cut(number(step.value()));
            case "line" -> assertThat(phase.map(Stage::code)).contains((String) step.value());
            case "waits" -> waits(number(step.value()));
            case "silent" -> silent();
            case "welcomes" -> down(List.of(welcome(fields(step))));
            case "server" -> down((List<?>) step.value());
            case "client" -> assertThat(commands.poll()).isEqualTo(named(step.value()));
            case "page" -> page(fields(step));
            case "writes" -> writes(fields(step));
            case "retries" -> conversation.retry(id(step.value()));
            case "discards" -> conversation.discard(id(step.value()));
            case "older" -> conversation.older((String) step.value());
            case "reloads" -> reloads();
            case "shows" -> shows(fields(step));
            default -> throw new IllegalArgumentException("No such step");
        }
    }

    /** Nothing lies on the table. */
    void silent() {
        assertThat(commands).as("commands").isEmpty();
        assertThat(asks).as("pages asked for").isEmpty();
        assertThat(dials).as("dials").isFalse();
        assertThat(refreshes).as("asks for new credentials").isFalse();
    }

    void hear(String frame) {
        conversation.heard(frame);
    }

    List<Event.Ack> accepted() {
        return accepted;
    }

    private void start() {
        screen.clear();
        outbox = List.of();
        conversation = new Conversation(this, List.copyOf(stored.values()), () -> clock, () -> DICE);
        conversation.begin();
        conversation.open("general");
    }

    private void connects() {
        assertThat(dials).as("dials").isTrue();
        assertThat(online).as("has another line").isFalse();
        dials = false;
        online = true;
    }

    private void refuses(Map<String, Object> how) {
        assertThat(dials).as("dials").isTrue();
        dials = false;
        conversation.refused(standing(how));
    }

    private void refreshes(Map<String, Object> how) {
        assertThat(refreshes).as("asks for new credentials").isTrue();
        refreshes = false;
        conversation.refreshed(standing(how));
    }

    private static Standing standing(Map<String, Object> how) {
        return switch ((int) number(how.getOrDefault("status", 0L))) {
            case 200 -> Standing.SIGNED_IN;
            case 401 -> Standing.SIGNED_OUT;
            case 403 -> Standing.BANNED;
            default -> Standing.UNREACHABLE;
        };
    }

    private void cut(long code) {
        silent();
        assertThat(online).as("has a line").isTrue();
        conversation.closed((int) code);
        assertThat(online).as("listens to the closed line").isFalse();
    }

    private void waits(long millis) {
        var end = clock + millis;
        while (conversation.nextLook() <= end) {
            assertThat(conversation.nextLook()).as("a time to come").isGreaterThan(clock);
            clock = conversation.nextLook();
            conversation.look();
        }
        clock = end;
    }

    private void down(List<?> events) {
        assertThat(online).as("has a line").isTrue();
        conversation.heard(JSON.toJson(named(whole(events))));
    }

    private static Map<String, Object> welcome(Map<String, Object> how) {
        var ada = Map.of("username", "ada", "displayName", "Ada Lovelace");
        var rooms = ((Map<?, ?>) how.get("rooms"))
                .entrySet().stream()
                        .map(room -> room((String) room.getKey(), (long) room.getValue()))
                        .toList();
        return Map.of(
                "type", "welcome",
                "protocol", 1L,
                "epoch", how.get("epoch"),
                "me", Map.of("username", "ada", "displayName", "Ada Lovelace", "role", "member"),
                "rooms", rooms,
                "you", Map.of("head", how.get("you")),
                "online", Map.of("count", 1L, "people", List.of(ada)),
                "limits", Map.of("textCodePoints", 4000L, "presenceLines", 50L));
    }

    /** One where there is nothing unread. */
    private static Map<?, ?> room(String id, long head) {
        var room = new Event.RoomHead(id, id, head, 2, "public", "", false, false, Optional.empty(), head, 0, 0);
        return Json.object(Codec.write(room));
    }

    private void page(Map<String, Object> how) {
        var ask = asks.poll();
        assertThat(ask).as("a page asked for").isNotNull();
        assertThat(ask.room()).isEqualTo(how.get("room"));
        assertThat(ask.before()).isEqualTo(Optional.ofNullable(how.get("before")));
        assertThat(how).doesNotContainKey("after");
        if (how.containsKey("status")) {
            conversation.notLoaded(ask);
        } else {
            conversation.loaded(ask, answer(asFields(how.get("answer"))));
        }
    }

    private Answer.Page answer(Map<String, Object> how) {
        var page = new HashMap<String, Object>(Map.of("epoch", "e1", "more", false, "people", List.of()));
        page.putAll(how);
        page.put("messages", whole((List<?>) how.get("messages")));
        return Codec.read(Answer.Page.class, JSON.toJson(named(page)));
    }

    private void writes(Map<String, Object> how) {
        var text = new OutgoingText(
                UUID.randomUUID(), (String) how.get("room"), (String) how.get("text"), Instant.parse(NOON));
        names.put((String) how.get("as"), text.id());
        keep(text);
        conversation.written(text);
    }

    private void reloads() {
        silent();
        online = false;
        start();
    }

    private void shows(Map<String, Object> how) {
        var room = (String) how.get("room");
        if (how.containsKey("messages")) {
            assertThat(screen.getOrDefault(room, List.of()).stream()
                            .map(message -> Map.of("seq", message.seq(), "text", message.text())))
                    .isEqualTo(how.get("messages"));
        }
        if (how.containsKey("outbox")) {
            assertThat(outbox.stream().filter(text -> text.room().equals(room)).map(Stage::seen))
                    .isEqualTo(how.get("outbox"));
        }
    }

    private static Map<String, Object> seen(OutgoingText text) {
        var seen = new HashMap<String, Object>(Map.of("text", text.text(), "state", code(text.state())));
        text.refused().ifPresent(why -> seen.put("reason", why.reason()));
        return seen;
    }

    /** Messages with what they may leave out. */
    private static List<?> whole(List<?> events) {
        return events.stream().map(Stage::asFields).map(Stage::whole).toList();
    }

    private static Map<String, Object> whole(Map<String, Object> event) {
        if (!event.get("type").equals("message")) {
            return event;
        }
        var id = "01900000-0000-7000-8000-%012d".formatted(number(event.get("seq")));
        var whole = new HashMap<String, Object>(Map.of("author", "grace", "at", NOON, "id", id));
        whole.putAll(event);
        return whole;
    }

    /** With ids in the place of their names. */
    private Object named(Object value) {
        if (value instanceof String text && text.startsWith("$")) {
            return id(text).toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::named).toList();
        }
        if (value instanceof Map<?, ?>) {
            var named = new HashMap<>(asFields(value));
            named.replaceAll((field, content) -> named(content));
            return named;
        }
        return value;
    }

    private UUID id(Object name) {
        return Optional.ofNullable(names.get((String) name)).orElseThrow(() -> new AssertionError("Nobody is " + name));
    }

    private static Map<String, Object> fields(Scenario.Step step) {
        return asFields(step.value());
    }

    @SuppressWarnings("unchecked") // the keys of JSON objects are strings
    private static Map<String, Object> asFields(Object value) {
        return (Map<String, Object>) value;
    }

    private static long number(Object value) {
        return (Long) value;
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void dial() {
        dials = true;
    }

    @Override
    public void hangUp() {
        dials = false;
        online = false;
    }

    @Override
    public void send(Command command) {
        assertThat(online).as("has a line").isTrue();
        commands.add(Json.object(Codec.write(command)));
    }

    @Override
    public void refresh() {
        refreshes = true;
    }

    @Override
    public void load(Ask ask) {
        asks.add(ask);
    }

    @Override
    public void keep(OutgoingText text) {
        stored.put(text.id(), text);
    }

    @Override
    public void forget(UUID id) {
        stored.remove(id);
    }

    @Override
    public void tell(Consumer<Listener> news) {
        news.accept(this);
    }

    @Override
    public void phase(Phase now) {
        phase = Optional.of(now);
    }

    @Override
    public void begins(String room, Answer.Page page) {
        screen.put(room, new ArrayList<>(page.messages()));
    }

    @Override
    public void older(String room, Answer.Page page) {
        screen.get(room).addAll(0, page.messages());
    }

    @Override
    public void message(Event.Message message) {
        screen.computeIfAbsent(message.room(), room -> new ArrayList<>()).add(message);
    }

    @Override
    public void accepted(Event.Ack ack) {
        accepted.add(ack);
    }

    @Override
    public void outbox(List<OutgoingText> texts) {
        outbox = texts;
    }
}
