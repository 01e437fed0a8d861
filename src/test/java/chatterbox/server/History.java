package chatterbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chatterbox.conformance.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** A room's whole history, as a member reads it page by page. */
final class History {
    private History() {}

    @SuppressWarnings("unchecked") // the answer's shape is the protocol's
    static List<Outcomes.Stored> of(Person reader, String room) {
        var stored = new ArrayList<Outcomes.Stored>();
        var more = true;
        while (more) {
            var after = stored.isEmpty() ? 0 : stored.get(stored.size() - 1).seq();
            var page = reader.http().get("/api/rooms/" + room + "/messages?limit=200&after=" + after, reader.bearer());
            assertThat(page.status()).isEqualTo(200);
            ((List<Map<String, Object>>) page.body().get("messages"))
                    .forEach(message ->
                            stored.add(new Outcomes.Stored((String) message.get("id"), (Long) message.get("seq"))));
            more = (Boolean) page.body().get("more");
        }
        return stored;
    }
}
