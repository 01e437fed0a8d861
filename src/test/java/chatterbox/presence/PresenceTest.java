package chatterbox.presence;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import chatterbox.outbox.Chunks;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.settings.LiveSettings;
import chatterbox.settings.Settings;

import static org.assertj.core.api.Assertions.assertThat;

class PresenceTest {
    private final LiveSettings settings = Settings.of(Map.of()).read(LiveSettings.class);
    private final Presence presence = new Presence(settings);
    private final List<Event.Online> told = new ArrayList<>();
    private final Asker ada = enter("ada");

    @Test
    void somebody_is_away_when_all_of_their_sockets_are_idle_and_back_at_the_first_touch() {
        var desk = enter("grace");
        var phone = enter("grace");
        presence.turn(desk, true);
        assertThat(news().away()).isEmpty();
        presence.turn(phone, true);
        assertThat(news().away()).hasValue(List.of("grace"));
        presence.turn(desk, false);
        assertThat(news().back()).hasValue(List.of("grace"));
    }

    @Test
    void whoever_closes_the_socket_they_were_at_is_away_if_the_others_are_idle() {
        var desk = enter("grace");
        var phone = enter("grace");
        presence.turn(desk, true);
        presence.leave(phone);
        assertThat(news().away()).hasValue(List.of("grace"));
    }

    @Test
    void a_reload_of_one_who_is_away_is_no_news_but_that_they_are_back() {
        var desk = enter("grace");
        presence.turn(desk, true);
        news();
        presence.leave(desk);
        assertThat(silence()).isTrue();
        enter("grace");
        assertThat(news()).satisfies(back -> {
            assertThat(back.back()).hasValue(List.of("grace"));
            assertThat(back.came()).isEmpty();
        });
    }

    @Test
    void what_is_undone_before_it_is_told_is_not_told_and_a_newcomer_does_not_believe_it() {
        var desk = enter("grace");
        news();
        presence.turn(desk, true);
        assertThat(greeting("mallory").away()).isEmpty();
        presence.turn(desk, false);
        assertThat(news().away()).isEmpty();
    }

    @Test
    void a_newcomer_is_told_who_is_away() {
        presence.turn(ada, true);
        news();
        assertThat(greeting("mallory").away()).hasValue(List.of("ada"));
    }

    @Test
    void the_changes_of_many_are_one_event() {
        var many = List.of(enter("grace"), enter("mallory"), enter("trent"));
        news();
        told.clear();
        many.forEach(socket -> presence.turn(socket, true));
        presence.tell();
        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(event.away())
                        .hasValueSatisfying(away -> assertThat(away).hasSize(3)));
    }

    @Test
    void whoever_vanished_is_not_waited_for() {
        var grace = enter("grace");
        news();
        presence.vanish(grace);
        assertThat(news().went()).containsExactly("grace");
        var silence = settings.heartbeat().multipliedBy(5).dividedBy(2);
        assertThat(silence.plusSeconds(1)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void whoever_closed_a_socket_is_waited_for() {
        var grace = enter("grace");
        news();
        presence.leave(grace);
        assertThat(silence()).isTrue();
    }

    @Test
    void a_socket_that_left_turns_nobody() {
        var grace = enter("grace");
        presence.leave(grace);
        presence.turn(grace, true);
        assertThat(news().away()).isEmpty();
    }

    private Asker enter(String username) {
        var socket = new Socket(username);
        presence.enter(
                socket, chunk -> hear(socket, Chunks.text(chunk)), person(username), online -> new Event.Renewed(1));
        return socket;
    }

    private void hear(Asker socket, String json) {
        if (socket == ada) {
            told.add(Codec.read(Event.Online.class, json));
        }
    }

    private Event.Online.Snapshot greeting(String username) {
        var greeting = new AtomicReference<Event.Online.Snapshot>();
        presence.enter(new Socket(username), chunk -> {}, person(username), online -> {
            greeting.set(online);
            return new Event.Renewed(1);
        });
        return greeting.get();
    }

    private Event.Online news() {
        presence.tell();
        return told.get(told.size() - 1);
    }

    private boolean silence() {
        presence.tell();
        var before = told.size();
        presence.tell();
        return told.size() == before;
    }

    private static Event.Person person(String username) {
        return new Event.Person(username, username);
    }

    /** Whoever it is; compared as what it is, not by its name. */
    private static final class Socket implements Asker {
        private final String username;

        private Socket(String username) {
            this.username = username;
        }

        @Override
        public String username() {
            return username;
        }

        @Override
        public void answer(Event event) {}

        @Override
        public void refuse(Command command, Throwable why) {}
    }
}
