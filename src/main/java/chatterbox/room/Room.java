package chatterbox.room;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A room. The server makes its id, which never changes; its name may. */
@Entity
@Table(name = "room")
class Room {
    @Id
    private String id;

    private String name;

    protected Room() {}

    String id() {
        return id;
    }

    String name() {
        return name;
    }
}
