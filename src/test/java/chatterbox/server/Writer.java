package chatterbox.server;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import chatterbox.conformance.Person;
import chatterbox.conformance.Socket;

/**
 * Somebody who posts as fast as the answers come, ten at a time, into one room after the other. What was left without an
 * answer when the line broke is sent again first on the next one, and perhaps is there already.
 */
final class Writer {
    private static final int AT_ONCE = 10;

    private final Map<String, Outcomes> outcomes;
    private final List<String> rooms;
    private final Map<UUID, String> unanswered = new LinkedHashMap<>();
    private Person person;
    private int turn;

    /** @param outcomes by room: what the writers were told of their posts */
    Writer(Person person, Map<String, Outcomes> outcomes) {
        this.person = person;
        this.outcomes = outcomes;
        rooms = List.copyOf(outcomes.keySet());
    }

    void signInAgain() {
        person = person.signInAgain();
    }

    /**
     * Writes on one line until it breaks or it is enough.
     *
     * @param answers is told each answer
     */
    void write(BooleanSupplier enough, Consumer<Map<String, Object>> answers) {
        try (var socket = person.connect()) {
            try {
                while (!enough.getAsBoolean()) {
                    send(socket);
                    takeAnswers(socket, answers);
                }
            } catch (RuntimeException | AssertionError broken) {
                socket.awaitClose(); // Anything but a broken line fails here.
            }
        }
    }

    private void send(Socket socket) {
        while (unanswered.size() < AT_ONCE) {
            unanswered.put(UuidCreator.getTimeOrderedEpoch(), rooms.get(turn++ % rooms.size()));
        }
        unanswered.forEach((id, room) -> {
            outcomes.get(room).sent(id.toString());
            socket.post(id, room, "text of " + person.username());
        });
    }

    private void takeAnswers(Socket socket, Consumer<Map<String, Object>> answers) {
        for (var post : Map.copyOf(unanswered).entrySet()) {
            var answer = socket.awaitAnswer(post.getKey());
            outcomes.get(post.getValue()).answered(answer);
            unanswered.remove(post.getKey());
            answers.accept(answer);
        }
    }
}
