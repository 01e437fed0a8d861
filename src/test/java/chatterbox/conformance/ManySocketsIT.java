package chatterbox.conformance;

import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ManySocketsIT extends ServerTest {
    private static final int PEOPLE = 25;
    private static final int EACH = 20;
    private static final int POSTS = 20;

    @Test
    void five_hundred_sockets_see_the_same_talk_in_the_same_order_and_their_people_go_when_they_close() {
        var ada = Person.register(http(), "ada");
        var crowd = IntStream.range(0, PEOPLE)
                .mapToObj(n -> Person.register(http(), "crowd"))
                .toList();
        var names = crowd.stream().map(Person::username).toList();
        try (var watching = ada.connect()) {
            watching.follow("general");
            var sockets = crowd.parallelStream()
                    .flatMap(person -> IntStream.range(0, EACH).mapToObj(n -> person.connect()))
                    .toList();
            sockets.forEach(socket -> socket.follow("general"));
            assertThat(online(ada)).containsAll(names);

            var talk = talkAmong(sockets);
            sockets.forEach(socket -> assertThat(heard(socket, talk)).isEqualTo(heard(watching, talk)));
            assertThat(heard(watching, talk)).hasSize(POSTS);

            sockets.forEach(Socket::close);
            names.forEach(name -> awaitGone(watching, name));
            assertThat(online(ada)).doesNotContainAnyElementsOf(names);
        }
    }

    /** One line each of twenty people; all have all of them when this returns. */
    private static List<UUID> talkAmong(List<Socket> sockets) {
        var ids = IntStream.range(0, POSTS)
                .mapToObj(n -> sockets.get(n * EACH).post("general", "to all " + n))
                .toList();
        for (var socket : sockets) {
            ids.forEach(
                    id -> socket.await(event -> id.toString().equals(event.get("id")) && event.containsKey("author")));
        }
        return ids;
    }

    private static List<Object> heard(Socket socket, Collection<UUID> ids) {
        var wanted = ids.stream().map(UUID::toString).toList();
        return socket.events("message").stream()
                .map(message -> message.get("id"))
                .filter(wanted::contains)
                .toList();
    }

    /** Whom a newcomer is told to be there. */
    private static List<String> online(Person person) {
        try (var socket = person.connect()) {
            var online = (Map<?, ?>) socket.await("welcome").get("online");
            return ((List<?>) online.get("people"))
                    .stream()
                            .map(one -> (String) ((Map<?, ?>) one).get("username"))
                            .toList();
        }
    }

    private static void awaitGone(Socket socket, String username) {
        socket.await(event -> "online".equals(event.get("type")) && ((List<?>) event.get("went")).contains(username));
    }
}
