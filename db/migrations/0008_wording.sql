-- Whose wording stands where: a few hashes of each passage, and which reports have theirs.
--
-- Signed hashes take four bytes. No index by passage: what a passage has is made again from its text.
CREATE TABLE fingerprint (
    hash INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    PRIMARY KEY (hash, passage)
) WITHOUT ROWID;

CREATE TABLE fingerprinted (
    report INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    rule TEXT NOT NULL
);

UPDATE meta SET value = '8' WHERE key = 'schema';
