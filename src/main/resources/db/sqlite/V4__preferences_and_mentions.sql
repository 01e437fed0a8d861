-- What people prefer, as JSON.
CREATE TABLE preference (
    username TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) WITHOUT ROWID;

-- Whoever has not read for long has few mentions among many messages; they are counted at each welcome. With all that the count
-- looks at, for SQLite takes it only then.
CREATE INDEX message_mentions ON message (room, seq, author, mentions, deleted_by) WHERE mentions IS NOT NULL;
