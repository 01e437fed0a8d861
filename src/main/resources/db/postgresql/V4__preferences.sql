-- What people prefer, as JSON.
CREATE TABLE preference (
    username TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);
