package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;

import static org.assertj.core.api.Assertions.assertThat;

/** A private room of somebody's who has no page, and what they do in it. */
record SharedRoom(Person founder, String id) {
    /** Whoever is invited is an owner, too. */
    static SharedRoom found(Person founder, String name, String invited) {
        var json = "{\"name\":\"%s\",\"kind\":\"private\",\"topic\":\"What we make, and for whom\"}".formatted(name);
        var founded = founder.http().post("/api/rooms", json, founder.bearer());
        assertThat(founded.status()).isEqualTo(201);
        var room = new SharedRoom(founder, founded.text("id"));
        room.change("PUT", "/members/" + invited);
        room.change("PUT", "/owners/" + invited);
        return room;
    }

    /** Returns the message's number. */
    long post(String text) {
        return post(text, "");
    }

    long reply(String text, long original) {
        return post(text, ",\"replyTo\":" + original);
    }

    /** Without a content: what kind of change it is, and where in the room. */
    void change(String method, String path) {
        var done = founder.http().method(method, "/api/rooms/" + id + path, "", founder.bearer());
        assertThat(done.status()).as(done.whole().body()).isEqualTo(204);
    }

    private long post(String text, String more) {
        var body = "{\"id\":\"%s\",\"text\":\"%s\"%s}".formatted(UuidCreator.getTimeOrderedEpoch(), text, more);
        var posted = founder.http().post("/api/rooms/" + id + "/messages", body, founder.bearer());
        assertThat(posted.status()).as(posted.whole().body()).isEqualTo(200);
        return (long) posted.body().get("seq");
    }
}
