-- A message in a thread names its root; also: it is shown in the room as well. Null in all others.
ALTER TABLE message ADD COLUMN thread BIGINT;
ALTER TABLE message ADD COLUMN also BOOLEAN;

CREATE INDEX message_thread ON message (room, thread, seq) WHERE thread IS NOT NULL;

-- People are user names with a space in between.
CREATE TABLE thread (
    room TEXT NOT NULL,
    root BIGINT NOT NULL,
    replies INTEGER NOT NULL,
    last_seq BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    people TEXT NOT NULL,
    PRIMARY KEY (room, root)
);

-- Who follows a thread or did once; began is the number of the reply with which they did.
CREATE TABLE thread_follower (
    room TEXT NOT NULL,
    root BIGINT NOT NULL,
    username TEXT NOT NULL,
    following BOOLEAN NOT NULL,
    read_up_to BIGINT NOT NULL,
    began BIGINT NOT NULL,
    PRIMARY KEY (room, root, username)
);

CREATE INDEX thread_follower_username ON thread_follower (username, following);
