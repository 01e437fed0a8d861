-- Direct rooms have no name: then folded, which is unique, is null.
ALTER TABLE room ADD COLUMN kind TEXT NOT NULL DEFAULT 'PUBLIC';
ALTER TABLE room ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE room ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE room ADD COLUMN folded TEXT;

UPDATE room SET folded = id;

CREATE UNIQUE INDEX room_folded ON room (folded);

ALTER TABLE membership ADD COLUMN owner BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE membership ADD COLUMN read_up_to INTEGER NOT NULL DEFAULT 0;

-- Nobody finds a room unread that they knew before there were markers.
UPDATE membership
SET read_up_to = COALESCE((SELECT seq FROM stream_head WHERE stream = 'room/' || membership.room), 0);
