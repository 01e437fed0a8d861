package chatterbox.room;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A room. The server makes its id, which never changes; all else may. */
@Entity
@Table(name = "room")
class Room {
    @Id
    private String id;

    private String name;
    private String folded;
    private String topic;
    private boolean archived;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Room() {}

    Room(String id, RoomTraits traits, Instant now) {
        this.id = id;
        createdAt = now;
        become(traits);
    }

    String id() {
        return id;
    }

    RoomTraits traits() {
        return new RoomTraits(name, Optional.ofNullable(folded), topic, kind, archived);
    }

    void become(RoomTraits traits) {
        name = traits.name();
        folded = traits.folded().orElse(null);
        topic = traits.topic();
        kind = traits.kind();
        archived = traits.archived();
    }
}
