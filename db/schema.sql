-- The schema after all migrations. Made by: python -m tuibrowser.store.file.migrate

PRAGMA application_id = 1414875458;

CREATE TABLE correction (
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    key TEXT NOT NULL,
    heading TEXT NOT NULL DEFAULT '',
    value TEXT,
    PRIMARY KEY (sha256, key, heading)
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

CREATE TABLE extent (
    report INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= first)
);

CREATE TABLE figure (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    -- No type, hence no conversion: 20 stays an integer and 20.0 a float.
    value NOT NULL CHECK (typeof(value) IN ('integer', 'real')),
    unit TEXT NOT NULL,
    hedge TEXT,
    noun TEXT,
    period TEXT,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start), value_to CHECK (typeof(value_to) IN ('integer', 'real', 'null')), indicator TEXT, role TEXT
    CHECK (role IN ('total', 'part', 'rate', 'target', 'previous', 'change', 'floor')), scope TEXT CHECK (scope IN ('township', 'with_villages')), time TEXT CHECK (time IN ('year', 'half_year', 'until')), part_of INTEGER CHECK (part_of >= 0),
    PRIMARY KEY (report, number)
) WITHOUT ROWID;

CREATE TABLE meaning (
    passage INTEGER PRIMARY KEY,
    report INTEGER NOT NULL UNIQUE REFERENCES report (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    vectors BLOB NOT NULL
);

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

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

CREATE VIRTUAL TABLE passage_index USING fts5 (
    tokens, content='', detail='none', columnsize=0, tokenize='ascii'
);

CREATE TABLE place_evidence (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county', 'township')),
    state TEXT NOT NULL CHECK (state IN ('stated', 'inferred', 'corrected', 'unknown')),
    words TEXT,
    PRIMARY KEY (report, level)
) WITHOUT ROWID;

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
, year_source TEXT
    CHECK (year_source IN ('properties', 'file', 'body', 'folder', 'plan', 'written')), year_folder TEXT);

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    file TEXT NOT NULL,
    is_report INTEGER NOT NULL CHECK (is_report IN (0, 1)),
    title TEXT,
    issuer TEXT,
    issuer_kind TEXT CHECK (issuer_kind IN
        ('town', 'township', 'subdistrict', 'county', 'city', 'province', 'department', 'other')),
    year INTEGER CHECK (year BETWEEN 1 AND 9999),
    date TEXT,
    published TEXT,
    province TEXT,
    city TEXT,
    county TEXT,
    township TEXT,
    parser INTEGER NOT NULL,
    lexicon TEXT NOT NULL,
    -- Long values last: a list of reports then reads no overflow page.
    text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
    word_starts BLOB
);

CREATE TABLE section (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    level INTEGER NOT NULL CHECK (level >= 1),
    title TEXT NOT NULL,
    marker TEXT,
    kind TEXT CHECK (kind IN
        ('measures_results', 'shortcomings', 'leader_duty', 'next_plan', 'other')),
    themes TEXT NOT NULL DEFAULT '',
    line INTEGER NOT NULL CHECK (line >= 1),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (report, number)
) WITHOUT ROWID;

CREATE TABLE section_state (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN
        ('measures_results', 'shortcomings', 'leader_duty', 'next_plan', 'other')),
    state TEXT NOT NULL CHECK (state IN ('own', 'inside', 'none', 'stated_none', 'unclear')),
    PRIMARY KEY (report, kind)
) WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    mtime_ns INTEGER NOT NULL,
    size INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE
);

CREATE INDEX provenance_reader ON provenance (format, reader);

CREATE INDEX report_list ON report (
    province, city, county, township, issuer, year, id DESC,
    sha256, issuer_kind, title, file, is_report
);

CREATE INDEX report_versions ON report (parser, lexicon);

CREATE INDEX report_without_words ON report (id) WHERE word_starts IS NULL;

CREATE INDEX source_report ON source (report);
