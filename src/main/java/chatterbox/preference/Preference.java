package chatterbox.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;

/** What one person prefers, as JSON: written when they say so for the first time, and replaced when they say otherwise. */
@Entity
@Table(name = "preference")
class Preference {
    @Id
    private String username;

    @Column(name = "content")
    private String content;

    /** The one of the values that queries ask for. */
    private boolean receipts = true;

    protected Preference() {}

    Preference(String username) {
        this.username = username;
    }

    Event.Preferences.Values values() {
        return Codec.read(Event.Preferences.Values.class, content);
    }

    void become(Event.Preferences.Values values) {
        content = Codec.write(values);
        receipts = values.sharesReceipts();
    }
}
