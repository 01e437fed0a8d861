package chatterbox.conformance;

import java.util.Locale;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who is registered and signed in, with an access token. */
public record Person(Http http, String username, String token, Http.Answer signIn) {
    public static final String PASSWORD = "correct horse battery staple";

    /** A new account, whose name begins like this. */
    public static Person register(Http http, String name) {
        var username = name + "." + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        var answer = http.post("/api/register", credentials(username, PASSWORD));
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(201);
        return new Person(http, username, answer.text("token"), answer);
    }

    /** The same account on another device. */
    public Person signInAgain() {
        var answer = http.post("/api/login", credentials(username, PASSWORD));
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return new Person(http, username, answer.text("token"), answer);
    }

    public static String credentials(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    public String[] bearer() {
        return new String[] {"Authorization", "Bearer " + token};
    }

    public Socket connect() {
        return Socket.open(http, "/ws?token=" + token);
    }
}
