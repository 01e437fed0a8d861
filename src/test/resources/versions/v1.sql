-- A database of the version that had only V1__first_house.sql, as SQLite dumps it: two people who said three things in general.
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
INSERT INTO "account" VALUES('ada','ada','Ada','','MEMBER',1,0,NULL);
INSERT INTO "account" VALUES('grace','grace','Grace','','MEMBER',1,0,NULL);
CREATE TABLE epoch (
    id TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO "epoch" VALUES('9488352c-c602-4656-a2d5-a660b94a02a9');
CREATE TABLE first_administrator (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    username TEXT NOT NULL REFERENCES account (username)
) WITHOUT ROWID;
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','first house','SQL','V1__first_house.sql',-2012022261,'','2026-11-23 03:31:50.614',13,1);
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
CREATE TABLE membership (
    room TEXT NOT NULL REFERENCES room (id),
    username TEXT NOT NULL REFERENCES account (username),
    since INTEGER NOT NULL,
    PRIMARY KEY (room, username)
) WITHOUT ROWID;
INSERT INTO "membership" VALUES('general','ada',1795404711833000);
INSERT INTO "membership" VALUES('general','grace',1795404711894000);
CREATE TABLE message (
    room TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (room, seq)
) WITHOUT ROWID;
INSERT INTO "message" VALUES('general',3,X'01A20675C80D79DD87DB6E9E5E189C25','ada','Héllo',1795404712086000);
INSERT INTO "message" VALUES('general',4,X'01A20675C8A1783394AC7D44F49050A9','grace','a;b
c',1795404712114000);
INSERT INTO "message" VALUES('general',5,X'01A20675C8BE7626806539A468C805C7','ada','日本語👋',1795404712141000);
CREATE TABLE room (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "room" VALUES('general','general',1795404711512689);
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
INSERT INTO "stream_entry" VALUES('room/general',1,'joined',1,'ada',X'A07AE52A191D3003B7FC2C2A569BA8B6',X'462483A5E0637A13DE2422C4F9F1F738',1795404711833000,'{"type":"joined","room":"general","seq":1,"person":{"username":"ada","displayName":"Ada"},"at":"2026-11-23T03:31:51.833Z"}');
INSERT INTO "stream_entry" VALUES('room/general',2,'joined',1,'grace',X'CB0840CF6DD63A0489892882B9264834',X'462483A5E0637A13DE2422C4F9F1F738',1795404711894000,'{"type":"joined","room":"general","seq":2,"person":{"username":"grace","displayName":"Grace"},"at":"2026-11-23T03:31:51.894Z"}');
INSERT INTO "stream_entry" VALUES('room/general',3,'message',1,'ada',X'01A20675C80D79DD87DB6E9E5E189C25',X'681447DB99A37115EA822AAD02FF5694',1795404712086000,'{"type":"message","room":"general","seq":3,"id":"01a20675-c80d-79dd-87db-6e9e5e189c25","author":"ada","text":"Héllo","at":"2026-11-23T03:31:52.086Z"}');
INSERT INTO "stream_entry" VALUES('room/general',4,'message',1,'grace',X'01A20675C8A1783394AC7D44F49050A9',X'C63217B0DCC17BD3B6EC9D6CCCDDD2AF',1795404712114000,'{"type":"message","room":"general","seq":4,"id":"01a20675-c8a1-7833-94ac-7d44f49050a9","author":"grace","text":"a;b\nc","at":"2026-11-23T03:31:52.114Z"}');
INSERT INTO "stream_entry" VALUES('room/general',5,'message',1,'ada',X'01A20675C8BE7626806539A468C805C7',X'EE81374F6ED123D3CC6344616813F0D9',1795404712141000,'{"type":"message","room":"general","seq":5,"id":"01a20675-c8be-7626-8065-39a468c805c7","author":"ada","text":"日本語👋","at":"2026-11-23T03:31:52.141Z"}');
CREATE TABLE stream_head (
    stream TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "stream_head" VALUES('room/general',5,1795404712141000);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE UNIQUE INDEX stream_entry_client_id ON stream_entry (client_id, author);
CREATE INDEX login_session_username ON login_session (username);
CREATE INDEX membership_username ON membership (username);
