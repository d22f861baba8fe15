-- The second index: how passages sound. Its rows are those of passage_index, in the same order.
--
-- A table of its own, since a pair of sounds would be taken for a pair of characters in the other.
CREATE VIRTUAL TABLE syllable_index USING fts5 (
    tokens, content='', detail='none', columnsize=0, tokenize='ascii'
);

-- Both indexes are made anew by the next change; until then the new one answers nothing.
UPDATE meta SET value = '' WHERE key = 'index';
INSERT OR IGNORE INTO meta (key, value) VALUES ('synonyms', '');
UPDATE meta SET value = '2' WHERE key = 'schema';
