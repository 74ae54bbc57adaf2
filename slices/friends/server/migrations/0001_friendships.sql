-- What happened between two people, and the only truth about them. Stream: both ids, sorted, joined by ":".
create table friendship_event (
  stream text not null,
  -- 1, 2, 3 ... per stream: of two writers that saw the same past one is refused by this key
  version integer not null,
  type text not null,
  data jsonb not null,
  at timestamptz(3) not null,
  primary key (stream, version)
);

-- Derived from friendship_event: how a person stands to another, one row for each side; none means strangers.
create table standing (
  person_id uuid not null,
  other_id uuid not null,
  state text not null,
  since timestamptz(3) not null,
  primary key (person_id, other_id)
);

create index standing_by_state on standing (person_id, state, since desc, other_id desc);

-- Derived from login's events: who can be found.
create table person (
  id uuid primary key,
  handle text not null,
  name text not null,
  -- the name in lower case, as it is compared
  folded_name text not null
);

create index person_handle on person (handle);
