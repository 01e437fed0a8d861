-- What becomes of a message, and whom it names. Mentions are user names with a space in between.
ALTER TABLE message ADD COLUMN reply_to INTEGER;
ALTER TABLE message ADD COLUMN mentions TEXT;
ALTER TABLE message ADD COLUMN edited_at INTEGER;
ALTER TABLE message ADD COLUMN deleted_by TEXT;
ALTER TABLE message ADD COLUMN pinned_by TEXT;

CREATE INDEX message_pinned ON message (room, seq) WHERE pinned_by IS NOT NULL;

CREATE TABLE message_version (
    room TEXT NOT NULL,
    message INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (room, message, seq)
) WITHOUT ROWID;

CREATE TABLE reaction (
    room TEXT NOT NULL,
    message INTEGER NOT NULL,
    emoji TEXT NOT NULL,
    username TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (room, message, emoji, username)
) WITHOUT ROWID;

-- search. A message of the versions before, or of one that still runs beside this one, is not indexed yet.
ALTER TABLE message ADD COLUMN indexed INTEGER;

CREATE INDEX message_not_indexed ON message (at) WHERE indexed IS NULL;

CREATE TABLE message_words (
    id INTEGER NOT NULL PRIMARY KEY,
    room TEXT NOT NULL,
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (room, seq)
);

CREATE VIRTUAL TABLE message_index USING fts5 (
    words, content = 'message_words', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);

-- What is deleted is gone from the index too, and not only marked.
INSERT INTO message_index (message_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER message_words_added AFTER INSERT ON message_words BEGIN
    INSERT INTO message_index (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER message_words_removed AFTER DELETE ON message_words BEGIN
    INSERT INTO message_index (message_index, rowid, words) VALUES ('delete', old.id, old.words);
END;

CREATE TRIGGER message_words_changed AFTER UPDATE OF words ON message_words BEGIN
    INSERT INTO message_index (message_index, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO message_index (rowid, words) VALUES (new.id, new.words);
END;
