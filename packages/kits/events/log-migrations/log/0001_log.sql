-- The database `events`: one append-only log for all slices.
create schema if not exists sliceway;

create table sliceway.log (
  position bigint generated always as identity primary key,
  id uuid not null unique,
  source text not null,
  type text not null,
  subject text not null,
  time timestamptz not null,
  data jsonb not null
);
create index log_by_source on sliceway.log (source, position);

-- Slices reach nothing but the log: everyone may read it, each may add what happened in itself.
grant usage on schema sliceway to public;
grant select, insert on sliceway.log to public;
alter table sliceway.log enable row level security;
create policy everyone_reads on sliceway.log for select using (true);
create policy each_adds_its_own on sliceway.log for insert
  with check (source = replace(current_user::text, '_', '-'));
