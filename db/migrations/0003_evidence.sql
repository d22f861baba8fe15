-- How each level of a report's place is known, and what the parser was unsure of.
CREATE TABLE place_evidence (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county', 'township')),
    state TEXT NOT NULL CHECK (state IN ('stated', 'inferred', 'corrected', 'unknown')),
    words TEXT,
    PRIMARY KEY (report, level)
) WITHOUT ROWID;

CREATE TABLE doubt (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    kind TEXT NOT NULL,
    says TEXT NOT NULL,
    start INTEGER CHECK (start >= 0),
    "end" INTEGER CHECK ("end" >= start),
    PRIMARY KEY (report, number)
) WITHOUT ROWID;

UPDATE meta SET value = '3' WHERE key = 'schema';
