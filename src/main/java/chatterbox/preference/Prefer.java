package chatterbox.preference;

import com.github.f4b6a3.uuid.UuidCreator;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;

/** Somebody prefers something else from now on; all of their devices are told. */
record Prefer(String username, Event.Preferences.Values values, String content, Source source) implements Entry {

    static Prefer of(String username, Event.Preferences.Values values) {
        var content = Codec.write(values);
        var source = Source.of(username, UuidCreator.getTimeOrderedEpoch(), "preferences", content);
        return new Prefer(username, values, content, source);
    }

    @Override
    public StreamId stream() {
        return StreamId.user(username);
    }

    @Override
    public int size() {
        return 300 + content.length();
    }

    @Override
    public Event.Fact fact(Position position) {
        return new Event.Preferences(username, position.seq(), values, position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        var known = transaction.find(Preference.class, username);
        var preference = known == null ? new Preference(username) : known;
        preference.become(values);
        transaction.persist(preference);
    }
}
