-- What a figure counts and what it is in its sentence; no values where that is not known.
ALTER TABLE figure ADD COLUMN indicator TEXT;
ALTER TABLE figure ADD COLUMN role TEXT
    CHECK (role IN ('total', 'part', 'rate', 'target', 'previous', 'change', 'floor'));
ALTER TABLE figure ADD COLUMN scope TEXT CHECK (scope IN ('township', 'with_villages'));
ALTER TABLE figure ADD COLUMN time TEXT CHECK (time IN ('year', 'half_year', 'until'));
ALTER TABLE figure ADD COLUMN part_of INTEGER CHECK (part_of >= 0);

UPDATE meta SET value = '7' WHERE key = 'schema';
