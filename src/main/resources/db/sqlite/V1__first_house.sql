-- Times are microseconds since 1970 in UTC; UUIDs are 16 bytes.

-- journal
CREATE TABLE epoch (
    id TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE stream_head (
    stream TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE stream_entry (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    author TEXT NOT NULL,
    client_id BLOB NOT NULL,
    digest BLOB NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
) WITHOUT ROWID;

CREATE UNIQUE INDEX stream_entry_client_id ON stream_entry (client_id, author);

-- account
CREATE TABLE account (
    username TEXT NOT NULL PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    token_version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    banned_at INTEGER
) WITHOUT ROWID;

CREATE TABLE login_session (
    id BLOB NOT NULL PRIMARY KEY,
    username TEXT NOT NULL REFERENCES account (username),
    generation INTEGER NOT NULL,
    rotated_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    address TEXT NOT NULL,
    device TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX login_session_username ON login_session (username);

-- Room for one row: whoever was appointed by the setup code.
CREATE TABLE first_administrator (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    username TEXT NOT NULL REFERENCES account (username)
) WITHOUT ROWID;

-- room
CREATE TABLE room (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE membership (
    room TEXT NOT NULL REFERENCES room (id),
    username TEXT NOT NULL REFERENCES account (username),
    since INTEGER NOT NULL,
    PRIMARY KEY (room, username)
) WITHOUT ROWID;

CREATE INDEX membership_username ON membership (username);

-- message
CREATE TABLE message (
    room TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (room, seq)
) WITHOUT ROWID;
