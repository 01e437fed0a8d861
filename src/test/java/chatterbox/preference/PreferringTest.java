package chatterbox.preference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import chatterbox.journal.Journal;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.protocol.Event.Preferences.Level;
import chatterbox.protocol.Event.Preferences.Quiet;
import chatterbox.protocol.Event.Preferences.RoomLevel;
import chatterbox.protocol.Event.Preferences.Values;
import chatterbox.refusal.Refusal;
import chatterbox.room.House;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PreferringTest {
    private static final Quiet NIGHT = new Quiet("22:00", "07:30");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_is_said_last_counts_for_oneself_alone_and_after_a_restart(Engine engine) {
        try (var house = new House(engine)) {
            assertThat(preferring(house).of("ada")).isEqualTo(new Values(List.of(), Optional.empty()));
            prefer(house, levels("general", "lobby"));
            prefer(house, new Values(List.of(), Optional.of(NIGHT)));
            house.restart();
            assertThat(preferring(house).of("ada")).isEqualTo(new Values(List.of(), Optional.of(NIGHT)));
            assertThat(preferring(house).of("grace").quiet()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void all_devices_are_told_once(Engine engine) {
        try (var house = new House(engine)) {
            prefer(house, levels("general"));
            prefer(house, levels("general"));
            assertThat(told(house)).extracting(Event.Preferences::values).containsExactly(levels("general"));
        }
    }

    @Test
    void what_makes_no_sense_is_refused() {
        try (var house = new House(Engine.SQLITE)) {
            assertThat(refused(house, levels("general", "general"))).contains("rooms");
            assertThat(refused(house, levels("r".repeat(65)))).contains("rooms");
            var tooMany = IntStream.range(0, 501).mapToObj(n -> "r" + n).toArray(String[]::new);
            assertThat(refused(house, levels(tooMany))).contains("rooms");
            for (var wrong : List.of("24:00", "7:00", "07:60", "", "12:00:00")) {
                assertThat(refused(house, new Values(List.of(), Optional.of(new Quiet("07:00", wrong)))))
                        .contains("quiet");
            }
            assertThat(told(house)).isEmpty();
        }
    }

    private static Values levels(String... rooms) {
        return new Values(
                List.of(rooms).stream()
                        .map(room -> new RoomLevel(room, Level.NOTHING))
                        .toList(),
                Optional.empty());
    }

    private static Preferring preferring(House house) {
        return new Preferring(house.transactions(), house.journal());
    }

    private static void prefer(House house, Values values) {
        Journal.await(preferring(house).prefer("ada", values));
    }

    private static Optional<String> refused(House house, Values values) {
        return catchThrowableOfType(Refusal.class, () -> prefer(house, values)).field();
    }

    private static List<Event.Preferences> told(House house) {
        return house.journal().after(StreamId.user("ada"), 0, 10).stream()
                .map(Logged::json)
                .map(json -> Codec.read(Event.Preferences.class, json))
                .toList();
    }
}
