-- A library takes less room.
--
-- Less room between the years of passage.id, which the index pays for: `numbering` in meta says how
-- much. It grows where it is used up, and then every id is another one.
--
-- Which passages a report has is told by its first and last one; an index of reports took as much as
-- a third of the table. Without it a foreign key would look at every passage to delete one report.
CREATE TABLE extent (
    report INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= first)
);
INSERT INTO extent SELECT report, min(id), max(id) FROM passage
    WHERE report IN (SELECT id FROM report) GROUP BY report;

-- The kind of a passage is that of its section but for few; '' stands for none in a section that has
-- one.
CREATE TABLE kept AS SELECT * FROM passage;
DROP TABLE passage;
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN
        ('title', 'heading', 'measure', 'lead', 'other', 'furniture', 'signature')),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    section INTEGER,
    kind TEXT CHECK (kind IN
        ('measures_results', 'shortcomings', 'leader_duty', 'next_plan', 'other') OR kind = ''),
    themes TEXT NOT NULL DEFAULT ''
);
-- What damage made of a row no rule allows; its report cannot be read either way.
INSERT OR IGNORE INTO passage
    SELECT k.id, k.report, k.role, k.start, k."end", k.section,
           CASE WHEN k.kind IS NOT s.kind THEN coalesce(k.kind, '') END, k.themes
    FROM kept AS k LEFT JOIN section AS s ON s.report = k.report AND s.number = k.section
    ORDER BY k.id;
DROP TABLE kept;

-- One index for characters and sounds: the tokens to filter by stand in it once, and every passage has
-- one row instead of two. Sounds are told from characters by a mark, which costs nothing: FTS5 leaves
-- out what a token has in common with the one before.
DROP TABLE syllable_index;

-- The index is made anew by the next change, and the ids before it; until then it knows no sounds.
INSERT OR REPLACE INTO meta (key, value) VALUES ('numbering', '0 32');
UPDATE meta SET value = '' WHERE key = 'index';
UPDATE meta SET value = '11' WHERE key = 'schema';
