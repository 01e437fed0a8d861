package chatterbox.server;

import java.util.Map;

import chatterbox.conformance.Person;
import chatterbox.conformance.Socket;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who follows a room over any number of lines, from its beginning, each time from behind what was seen. */
final class Reader {
    private final String room;
    private final Sightings sightings = new Sightings();
    private Person person;
    private Socket line;

    Reader(Person person, String room) {
        this.person = person;
        this.room = room;
    }

    /** Opens a line and asks for what was missed. */
    void comeBack() {
        line = person.connect();
        var epoch = (String) line.await("welcome").get("epoch");
        line.follow(room, sightings.last(), epoch);
    }

    /** The line is gone, or goes now: takes down what it brought. */
    void leave() {
        line.close();
        assertThat(line.events("reset")).isEmpty();
        line.events().stream().filter(this::isFact).forEach(fact -> sightings.saw((Long) fact.get("seq"), idOf(fact)));
    }

    /** Returns once so many more facts have come than were seen on the lines before. */
    void awaitMore(int facts) {
        var target = sightings.last() + facts;
        line.await(event -> isFact(event) && (Long) event.get("seq") >= target);
    }

    /** Returns once everything up to the room's head has come; call it when nobody writes any more. */
    void awaitAll() {
        var head = head();
        if (sightings.last() < head) {
            line.await(event -> room.equals(event.get("room"))
                    && event.containsKey("at")
                    && event.get("seq").equals(head));
        }
    }

    void signInAgain() {
        person = person.signInAgain();
    }

    void assertSawAll() {
        assertThat(sightings.faults(head(), History.of(person, room))).isEmpty();
    }

    private long head() {
        return (Long)
                person.http().get("/api/rooms/" + room, person.bearer()).body().get("head");
    }

    private boolean isFact(Map<String, Object> event) {
        return room.equals(event.get("room")) && event.containsKey("at");
    }

    private static String idOf(Map<String, Object> fact) {
        return fact.get("type").equals("message") ? (String) fact.get("id") : null;
    }
}
