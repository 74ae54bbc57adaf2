-- Where the tests' reactions leave a trace: one row for each time that they ran.
create table effect (
  place bigint generated always as identity primary key,
  subject text not null,
  number integer not null
);
create table aggregate (id text primary key, version integer not null);
