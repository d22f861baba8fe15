-- How each level of a report's place is known.
CREATE TABLE place_evidence (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county', 'township')),
    state TEXT NOT NULL CHECK (state IN ('stated', 'inferred', 'corrected', 'unknown')),
    words TEXT,
    PRIMARY KEY (report, level)
) WITHOUT ROWID;

UPDATE meta SET value = '5' WHERE key = 'schema';
