-- In a slice that publishes: its aggregates, whose versions count the changes.
create table aggregate (id text primary key, version integer not null);

-- In a slice that has mutations: one row for each time that one had its effect.
create table request (
  place bigint generated always as identity primary key,
  id text not null,
  subject text not null,
  version integer not null
);

-- In the slice that consumes: one row for each time that an event had its effect. Nothing here keeps a second one out.
create table effect (
  place bigint generated always as identity primary key,
  source text not null,
  subject text not null,
  number integer not null
);
