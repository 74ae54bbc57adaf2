-- Of the slice that publishes: how often each aggregate was changed.
create table aggregate (id text primary key, version integer not null);

-- Of the slice that consumes: what its handler did, and when.
create table effect (
  place bigint generated always as identity primary key,
  subject text not null,
  number integer not null,
  at timestamptz not null default clock_timestamp()
);

-- For a queue that knows no inbox.
create table received (id text primary key);
