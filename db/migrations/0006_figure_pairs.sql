-- The upper end of an approximate pair (两三个 is 2 to 3); no value, for most figures have none.
ALTER TABLE figure ADD COLUMN value_to CHECK (typeof(value_to) IN ('integer', 'real', 'null'));

UPDATE meta SET value = '6' WHERE key = 'schema';
