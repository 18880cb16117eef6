-- Version 2: headline results of a revision, and the bookmarks of a session.

CREATE TABLE snapshot (
  revision INTEGER NOT NULL REFERENCES revision (id),
  indicator TEXT NOT NULL CHECK (length (indicator) BETWEEN 1 AND 100), -- as in the long table
  year INTEGER NOT NULL CHECK (year BETWEEN 2021 AND 2100), -- calendar year
  value REAL CHECK (value BETWEEN -1e12 AND 1e12), -- in the unit beside it; NULL = unknown
  unit TEXT NOT NULL CHECK (length (unit) BETWEEN 1 AND 100),
  PRIMARY KEY (revision, indicator, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE bookmark (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  scenario INTEGER NOT NULL REFERENCES scenario (id),
  revision INTEGER NOT NULL REFERENCES revision (id), -- where the scenario stood
  created_us INTEGER NOT NULL CHECK (created_us BETWEEN 0 AND 253402300799999999),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200), -- characters
  view TEXT NOT NULL CHECK (length (view) <= 20000) -- characters, in the words of the session
) STRICT;
