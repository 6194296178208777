-- Standard SQL that H2 and PostgreSQL both take. Columns are named as the components of Person are.

CREATE TABLE person (
  id             VARCHAR PRIMARY KEY,
  displayName    VARCHAR NOT NULL,
  firstName      VARCHAR,
  lastName       VARCHAR,
  email          VARCHAR,
  type           VARCHAR,
  employeeNumber INTEGER,
  title          VARCHAR,
  department     VARCHAR,
  location       VARCHAR,
  manager        VARCHAR,
  phones         VARCHAR ARRAY DEFAULT CAST(ARRAY[] AS VARCHAR ARRAY) NOT NULL,
  groups         VARCHAR ARRAY DEFAULT CAST(ARRAY[] AS VARCHAR ARRAY) NOT NULL,
  disabled       BOOLEAN DEFAULT FALSE NOT NULL,
  locked         BOOLEAN DEFAULT FALSE NOT NULL,
  passwordHash   VARCHAR
);

CREATE TABLE directory_group (
  id          VARCHAR PRIMARY KEY,
  name        VARCHAR NOT NULL,
  description VARCHAR,
  owner       VARCHAR
);

CREATE TABLE change_log (
  number BIGINT PRIMARY KEY,
  person VARCHAR NOT NULL
);

-- The number of the latest change. Every change updates this one row first and so waits for the one before it to be
-- committed, which keeps the numbers in the order of the commits; a sequence would not.
CREATE TABLE change_counter (
  latest BIGINT NOT NULL
);
