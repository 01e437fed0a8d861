-- What becomes of a message, and whom it names. Mentions are user names with a space in between.
ALTER TABLE message ADD COLUMN reply_to BIGINT;
ALTER TABLE message ADD COLUMN mentions TEXT;
ALTER TABLE message ADD COLUMN edited_at BIGINT;
ALTER TABLE message ADD COLUMN deleted_by TEXT;
ALTER TABLE message ADD COLUMN pinned_by TEXT;

CREATE INDEX message_pinned ON message (room, seq) WHERE pinned_by IS NOT NULL;

CREATE TABLE message_version (
    room TEXT NOT NULL,
    message BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (room, message, seq)
);

CREATE TABLE reaction (
    room TEXT NOT NULL,
    message BIGINT NOT NULL,
    emoji TEXT NOT NULL,
    username TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (room, message, emoji, username)
);

-- search. A message of the versions before, or of one that still runs beside this one, is not indexed yet.
ALTER TABLE message ADD COLUMN indexed BOOLEAN;

CREATE INDEX message_not_indexed ON message (at) WHERE indexed IS NULL;

CREATE TABLE message_words (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room TEXT NOT NULL,
    seq BIGINT NOT NULL,
    author TEXT NOT NULL,
    at BIGINT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (room, seq)
);

CREATE INDEX message_index ON message_words USING gin (to_tsvector('simple', words));
