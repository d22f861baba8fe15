-- What the measures of each report are about: 32 signed bytes for each, in text order.
--
-- By the report's newest passage, so that descending order is newest first, as in passage.
CREATE TABLE meaning (
    passage INTEGER PRIMARY KEY,
    report INTEGER NOT NULL UNIQUE REFERENCES report (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    vectors BLOB NOT NULL
);

UPDATE meta SET value = '10' WHERE key = 'schema';
