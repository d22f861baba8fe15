-- Where a report's text came from: its format, what read it, and what the file said beside the words.
--
-- Numbers are separated by spaces, as themes are: most reports have none, and none is searched for.
CREATE TABLE provenance (
    report INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    format TEXT NOT NULL,
    reader INTEGER NOT NULL,
    title TEXT,
    issuer TEXT,
    published TEXT,
    site TEXT,
    corrected TEXT NOT NULL DEFAULT '',
    pages TEXT NOT NULL DEFAULT '',
    headings TEXT NOT NULL DEFAULT '',
    cells TEXT NOT NULL DEFAULT ''
);
CREATE INDEX provenance_reader ON provenance (format, reader);

-- What reader and parser were not sure of.
CREATE TABLE doubt (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    kind TEXT NOT NULL,
    says TEXT NOT NULL,
    start INTEGER CHECK (start >= 0),
    "end" INTEGER CHECK ("end" >= start),
    PRIMARY KEY (report, number)
) WITHOUT ROWID;

-- Until now only plain text was read; reader 0 is older than any.
INSERT INTO provenance (report, format, reader) SELECT id, 'txt', 0 FROM report;
UPDATE meta SET value = '3' WHERE key = 'schema';
