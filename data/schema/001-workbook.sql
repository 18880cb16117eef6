-- Version 1: the reference data a workbook was made with, its scenarios, their levers, and every
-- edit. Once released, a migration is never changed: a later one alters what it made.

CREATE TABLE workbook (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  program TEXT NOT NULL CHECK (length (program) BETWEEN 1 AND 100), -- version that made the file
  created_us INTEGER NOT NULL -- microseconds since 1970, UTC; before the year 10000
    CHECK (created_us BETWEEN 0 AND 253402300799999999),
  data_set_hash TEXT NOT NULL -- SHA-256 of the reference tables, 64 hexadecimal digits
    CHECK (length (data_set_hash) = 64)
) STRICT;

CREATE TABLE reference_table (
  name TEXT PRIMARY KEY NOT NULL CHECK (length (name) BETWEEN 1 AND 100),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 4000000) -- UTF-8 CSV, word for word
) STRICT;

CREATE TABLE scenario (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  parent INTEGER REFERENCES scenario (id) CHECK (parent <> id),
  kind TEXT NOT NULL CHECK (kind IN ('sector', 'company')),
  template_id TEXT -- shipped with the program under this id, and read-only
    CHECK (length (template_id) BETWEEN 1 AND 100),
  is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)), -- kept, so that undo brings it back
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200), -- characters
  name_key TEXT NOT NULL CHECK (length (name_key) BETWEEN 1 AND 4000), -- case and form folded
  description TEXT NOT NULL CHECK (length (description) <= 20000), -- characters
  note TEXT NOT NULL CHECK (length (note) <= 20000), -- characters; of the author
  created_us INTEGER NOT NULL CHECK (created_us BETWEEN 0 AND 253402300799999999),
  changed_us INTEGER NOT NULL CHECK (changed_us BETWEEN 0 AND 253402300799999999),
  head INTEGER NOT NULL -- the revision it stands at
    REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  check_sum INTEGER NOT NULL, -- of this row and its levers
  CHECK (kind = 'sector' OR parent IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX scenario_name ON scenario (name_key) WHERE is_deleted = 0;

CREATE UNIQUE INDEX scenario_template ON scenario (template_id) WHERE template_id IS NOT NULL;

-- What a scenario sets itself. A number is one row with year 0; a choice one row with year 0 and a
-- word; a path one row a point; a share a row with year 0 and its mode, then a row a point.
CREATE TABLE lever_value (
  scenario INTEGER NOT NULL REFERENCES scenario (id),
  lever TEXT NOT NULL CHECK (length (lever) BETWEEN 1 AND 100),
  scope TEXT NOT NULL CHECK (scope IN ('national', 'sector', 'company', 'project')),
  scope_id TEXT NOT NULL CHECK (length (scope_id) <= 200), -- id of the sector or project, name of
                                                           -- the company
  year INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 2021 AND 2100), -- calendar year; 0 = all
  value REAL CHECK (value BETWEEN -1e9 AND 1e9), -- in the unit of the lever
  word TEXT CHECK (length (word) BETWEEN 1 AND 100), -- a choice, or the mode of a share
  PRIMARY KEY (scenario, lever, scope, scope_id, year),
  CHECK ((scope = 'national') = (scope_id = '')),
  CHECK ((value IS NULL) <> (word IS NULL)),
  CHECK (year = 0 OR word IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  scenario INTEGER NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  previous INTEGER REFERENCES revision (id) CHECK (previous < id), -- what it was made on
  time_us INTEGER NOT NULL CHECK (time_us BETWEEN 0 AND 253402300799999999),
  label TEXT NOT NULL CHECK (length (label) BETWEEN 1 AND 200), -- characters
  changes TEXT NOT NULL -- JSON: [[item, before, after], ...], null = not set
    CHECK (length (changes) BETWEEN 2 AND 1000000),
  check_sum INTEGER NOT NULL -- of this row
) STRICT;

CREATE INDEX revision_of_scenario ON revision (scenario, previous);

CREATE TABLE note (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  scenario INTEGER REFERENCES scenario (id), -- NULL = about the workbook
  created_us INTEGER NOT NULL CHECK (created_us BETWEEN 0 AND 253402300799999999),
  changed_us INTEGER NOT NULL CHECK (changed_us BETWEEN 0 AND 253402300799999999),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 20000) -- characters
) STRICT;
