package chatterbox.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Those who make the load: fifty accounts, the room that all of them are in, and rooms of one of them each. For one thread. */
final class People {
    private static final int ACCOUNTS = 50;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final List<String> tokens = new ArrayList<>();
    private final List<String> rooms = new ArrayList<>(List.of("general"));

    private People(URI server) {
        this.server = server;
    }

    static People register(URI server) throws IOException, InterruptedException {
        var people = new People(server);
        for (var n = 0; n < ACCOUNTS; n++) {
            var body = "{\"username\":\"bench" + n + "\",\"password\":\"correct horse battery " + n + "\"}";
            people.tokens.add(people.post(people.request("api/register"), body, TOKEN));
        }
        return people;
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** So many rooms, of which those are founded that are not there yet; the account with the same number, in turns, is in it. */
    List<String> rooms(int count) throws IOException, InterruptedException {
        while (rooms.size() < count) {
            var number = rooms.size();
            var body = "{\"name\":\"bench " + number + "\",\"kind\":\"public\"}";
            var request = request("api/rooms").header("Authorization", "Bearer " + tokens.get(number % ACCOUNTS));
            rooms.add(post(request, body, ID));
        }
        return List.copyOf(rooms.subList(0, count));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/json");
    }

    private String post(HttpRequest.Builder request, String body, Pattern wanted) throws IOException, InterruptedException {
        var answer = http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        var found = wanted.matcher(answer.body());
        if (!found.find()) {
            throw new IOException(answer.body());
        }
        return found.group(1);
    }
}
