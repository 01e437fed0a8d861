package chatterbox.protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class GoldenTest {
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final String EPOCH = "5b6f9a52-2c0e-4a3f-9a55-0d2f1c8a7e11";
    private static final Instant AT = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final long GREATEST = 9_007_199_254_740_991L; // what JavaScript's numbers hold exactly
    private static final String DEVELOPER = "\uD83D\uDC69\u200D\uD83D\uDCBB";
    private static final Event.Person ADA = new Event.Person("ada", "Ada Lovelace");
    private static final Event.Person GRACE = new Event.Person("grace", "Grace \uD83D\uDC4B");

    private static final Event.RoomHead GENERAL =
            new Event.RoomHead("general", "General", 41, 3, "public", "", false, false, Optional.empty(), 40, 1, 0);
    private static final Event.RoomHead DIRECT =
            new Event.RoomHead("d-1", "", 7, 2, "direct", "", false, false, Optional.of(List.of(GRACE)), 3, 1000, 2);

    static Stream<Arguments> events() {
        return Stream.of(
                arguments(
                        "welcome",
                        List.of(
                                List.of(new Event.Welcome(
                                        1,
                                        EPOCH,
                                        new Event.Me("ada", "Ada Lovelace", "admin"),
                                        List.of(GENERAL, DIRECT),
                                        new Event.Head(2),
                                        new Event.Online.Snapshot(
                                                2, List.of(ADA, GRACE), Optional.of(List.of("grace"))),
                                        new Event.Limits(4000, 50))),
                                List.of(new Event.Welcome(
                                        1,
                                        EPOCH,
                                        new Event.Me("grace", GRACE.displayName(), "member"),
                                        List.of(),
                                        new Event.Head(0),
                                        new Event.Online.Snapshot(0, List.of(), Optional.empty()),
                                        new Event.Limits(1, 0))))),
                arguments(
                        "followed",
                        List.of(
                                List.of(new Event.Followed(Optional.of("general"), Optional.empty(), 41)),
                                List.of(new Event.Followed(Optional.empty(), Optional.of("ada"), 0)))),
                arguments(
                        "reset",
                        List.of(
                                List.of(new Event.Reset(Optional.of("general"), Optional.empty(), 90_000)),
                                List.of(new Event.Reset(Optional.empty(), Optional.of("ada"), GREATEST)))),
                arguments(
                        "message",
                        List.of(
                                List.of(
                                        new Event.Message("general", 42, ID, "ada", "hi", AT),
                                        new Event.Message(
                                                "general",
                                                43,
                                                id(2),
                                                "grace",
                                                "two\nlines\tand \"quotes\" \\ </script>",
                                                Instant.parse("2026-01-01T12:00:00Z"))),
                                List.of(new Event.Message(
                                        "general",
                                        44,
                                        id(3),
                                        "ada",
                                        "\u00E9 \u65E5\u672C\u8A9E \uD83D\uDC69\u200D\uD83D\uDCBB \u202Eabc\u2028",
                                        AT)),
                                List.of(message(
                                        45,
                                        4,
                                        "@grace @room yes",
                                        Optional.of(42L),
                                        Optional.of(List.of("grace", "@room")),
                                        Optional.empty())),
                                List.of(message(
                                        46,
                                        5,
                                        "",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new Event.State(
                                                Optional.empty(),
                                                Optional.of("grace"),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty())))),
                                List.of(message(
                                        47,
                                        6,
                                        "hello",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new Event.State(
                                                Optional.of(AT),
                                                Optional.empty(),
                                                Optional.of("grace"),
                                                Optional.of(List.of(
                                                        new Event.Reactions(DEVELOPER, List.of("grace", "ada")))),
                                                Optional.of(new Event.Replies(3, 52, AT, List.of("grace", "ada"))))))),
                                List.of(new Event.Message(
                                        "general",
                                        48,
                                        id(7),
                                        "ada",
                                        "in the thread",
                                        AT,
                                        Optional.empty(),
                                        Optional.of(47L),
                                        Optional.of(true),
                                        Optional.empty(),
                                        Optional.empty())))),
                arguments("edited", List.of(List.of(new Event.Edited("general", 45, 42, "hello", AT)))),
                arguments(
                        "deleted",
                        List.of(
                                List.of(deleted(46, Optional.empty(), Optional.empty(), Optional.empty())),
                                List.of(deleted(
                                        47,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(List.of("grace", "@room")))),
                                List.of(deleted(
                                        48,
                                        Optional.of(42L),
                                        Optional.of(new Event.Replies(1, 44, AT, List.of("grace"))),
                                        Optional.empty())))),
                arguments(
                        "reacted",
                        List.of(List.of(
                                new Event.Reacted("general", 48, 42, DEVELOPER, "grace", true, AT),
                                new Event.Reacted("general", 49, 42, DEVELOPER, "grace", false, AT)))),
                arguments(
                        "pinned",
                        List.of(List.of(
                                new Event.Pinned("general", 50, 42, true, "grace", AT),
                                new Event.Pinned("general", 51, 42, false, "ada", AT)))),
                arguments(
                        "joined",
                        List.of(
                                List.of(new Event.Joined("general", 1, GRACE, Optional.empty(), AT)),
                                List.of(new Event.Joined("r-1", 9, GRACE, Optional.of("ada"), AT)))),
                arguments(
                        "left",
                        List.of(
                                List.of(new Event.Left("general", 7, "grace", Optional.empty(), AT)),
                                List.of(new Event.Left("r-1", 10, "grace", Optional.of("ada"), AT)))),
                arguments(
                        "changed",
                        List.of(List.of(new Event.Changed(
                                "r-1",
                                1,
                                "Design & B\u00FCro",
                                "What it looks like",
                                "announcement",
                                false,
                                "ada",
                                AT)))),
                arguments(
                        "owner",
                        List.of(
                                List.of(new Event.Owner("r-1", 4, "grace", true, "ada", AT)),
                                List.of(new Event.Owner("r-1", 5, "grace", false, "ada", AT)))),
                arguments("entered", List.of(List.of(new Event.Entered("ada", 4, DIRECT, AT)))),
                arguments("gone", List.of(List.of(new Event.Gone("ada", 5, "r-1", AT)))),
                arguments("read", List.of(List.of(new Event.Read("ada", 6, "general", 40, 41, 1, 0, AT)))),
                arguments("thread", List.of(List.of(new Event.Thread("ada", 8, "general", 42, true, 43, 44, 1, AT)))),
                arguments(
                        "preferences",
                        List.of(List.of(new Event.Preferences(
                                "ada",
                                7,
                                new Event.Preferences.Values(
                                        List.of(new Event.Preferences.RoomLevel(
                                                "general", Event.Preferences.Level.NOTHING)),
                                        Optional.of(new Event.Preferences.Quiet("22:00", "07:30")),
                                        Optional.of(false)),
                                AT)))),
                arguments(
                        "seen",
                        List.of(
                                List.of(new Event.Seen("d-1", "grace", 7)),
                                List.of(new Event.Seen("d-1", "grace", 0)))),
                arguments("typing", List.of(List.of(new Event.Typing("general", "grace")))),
                arguments("role", List.of(List.of(new Event.Role("ada", 3, "moderator", AT)))),
                arguments(
                        "online",
                        List.of(
                                List.of(new Event.Online(
                                        4,
                                        List.of(ADA, GRACE),
                                        List.of("mallory"),
                                        Optional.empty(),
                                        Optional.empty())),
                                List.of(new Event.Online(
                                        4,
                                        List.of(),
                                        List.of(),
                                        Optional.of(List.of("ada")),
                                        Optional.of(List.of("grace")))),
                                List.of(new Event.Online(
                                        0, List.of(), List.of(), Optional.empty(), Optional.empty())))),
                arguments("ack", List.of(List.of(new Event.Ack(ID, "general", 42)))),
                arguments(
                        "refused",
                        List.of(
                                List.of(refused(Optional.empty(), "not-json", Optional.empty(), Map.of())),
                                List.of(refused(id(), "too-long", Optional.of("text"), Map.of("limit", 4000L))),
                                List.of(refused(id(), "too-fast", Optional.empty(), Map.of("retryAfterMs", 800L))),
                                List.of(refused(id(), "not-found", Optional.of("room"), Map.of())))),
                arguments("renewed", List.of(List.of(new Event.Renewed(600)))));
    }

    static Stream<Arguments> commands() {
        var general = Optional.of("general");
        return Stream.of(
                arguments(
                        "follow",
                        List.of(
                                new Command.Follow(general, Optional.empty(), Optional.empty(), Optional.empty()),
                                new Command.Follow(general, Optional.empty(), Optional.of(41L), Optional.of(EPOCH)),
                                new Command.Follow(general, Optional.empty(), Optional.of(0L), Optional.empty()),
                                new Command.Follow(
                                        Optional.empty(),
                                        Optional.of("ada"),
                                        Optional.of(GREATEST),
                                        Optional.of(EPOCH)))),
                arguments("unfollow", List.of(new Command.Unfollow(general, Optional.empty()))),
                arguments(
                        "post",
                        List.of(
                                new Command.Post(ID, "general", "hi"),
                                new Command.Post(ID, "general", "\u00E9 \uD83D\uDC4B\n\"quoted\" \\ \u2028"),
                                new Command.Post(ID, "general", ""),
                                new Command.Post(
                                        ID, "general", "yes", Optional.of(42L), Optional.empty(), Optional.empty()),
                                new Command.Post(
                                        ID, "general", "yes", Optional.empty(), Optional.of(42L), Optional.of(true)))),
                arguments("read", List.of(new Command.Read("general", 41))),
                arguments("unread", List.of(new Command.Unread("general", 40))),
                arguments("read-thread", List.of(new Command.ReadThread("general", 42, 44))),
                arguments("typing", List.of(new Command.Typing("general"))),
                arguments("idle", List.of(new Command.Idle(true), new Command.Idle(false))),
                arguments("renew", List.of(new Command.Renew("aaaa.bbbb.cccc"))));
    }

    static Stream<Arguments> refused() {
        return Golden.refused().stream()
                .map(bad -> arguments(bad.get("name"), bad.get("frame"), bad.get("reason"), bad.get("field")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void events_go_down_as_the_golden_frames_say_to_the_byte(String kind, List<List<Event>> frames) {
        assertThat(frames.stream()
                        .map(events ->
                                Codec.frame(events.stream().map(Codec::write).toList())))
                .isEqualTo(Golden.events(kind));
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_was_written_down_reads_back_as_the_same_event(String kind, List<List<Event>> frames) {
        assertThat(Golden.events(kind).stream()
                        .map(frame ->
                                Json.objects(frame).stream().map(Codec::event).toList()))
                .isEqualTo(frames);
        for (var event : frames.stream().flatMap(List::stream).toList()) {
            assertThat(Codec.type(event)).isEqualTo(kind);
            assertThat(Codec.write(event)).startsWith(Codec.opening(event.getClass()));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commands_are_read_and_written_as_the_golden_frames_say(String kind, List<Command> commands) {
        assertThat(Golden.commands(kind).stream().map(frame -> Codec.command(Json.object(frame))))
                .isEqualTo(commands);
        assertThat(commands.stream().map(Codec::write)).isEqualTo(Golden.commands(kind));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_must_not_be_sent_is_refused_with_its_reason(String name, String frame, String reason, String field) {
        var refusal = catchThrowableOfType(Refusal.class, () -> Codec.command(Json.object(frame)));
        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(Optional.ofNullable(field));
    }

    @Test
    void every_kind_of_the_wire_has_its_golden_frames() {
        var kinds = Stream.of(Event.class, Event.Fact.class, Command.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .map(Shape::typeName)
                .toList();
        assertThat(Golden.kinds()).containsExactlyInAnyOrderElementsOf(Set.copyOf(kinds));
        assertThat(Stream.concat(events(), commands()).map(kind -> kind.get()[0]))
                .containsExactlyInAnyOrderElementsOf(List.copyOf(kinds));
    }

    private static Event.Message message(
            long seq,
            int id,
            String text,
            Optional<Long> replyTo,
            Optional<List<String>> mentions,
            Optional<Event.State> state) {
        return new Event.Message(
                "general", seq, id(id), "ada", text, AT, replyTo, Optional.empty(), Optional.empty(), mentions, state);
    }

    private static Event.Deleted deleted(
            long seq, Optional<Long> thread, Optional<Event.Replies> replies, Optional<List<String>> mentions) {
        return new Event.Deleted(
                "general", seq, seq == 47 ? 43 : 42, "ada", thread, Optional.empty(), replies, mentions, "grace", AT);
    }

    private static Event.Refused refused(
            Optional<String> id, String reason, Optional<String> field, Map<String, Object> parameters) {
        return new Event.Refused(id, reason, field, parameters);
    }

    private static Optional<String> id() {
        return Optional.of(ID.toString());
    }

    private static UUID id(int last) {
        return UUID.fromString("01900000-0000-7000-8000-00000000000" + last);
    }
}
