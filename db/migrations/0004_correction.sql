-- What people put right. By the report's name and not its row: it outlives taking the report out.
CREATE TABLE correction (
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    key TEXT NOT NULL,
    heading TEXT NOT NULL DEFAULT '',
    value TEXT,
    PRIMARY KEY (sha256, key, heading)
) WITHOUT ROWID;
UPDATE meta SET value = '4' WHERE key = 'schema';
