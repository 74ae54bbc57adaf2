-- What the databases of the slices have had. All releases of a slice share one, so what one has taken away is gone for
-- the others: the rollback floor follows from this.
create table database_migration (
  slice text not null,
  -- "slice/0001_posts.sql"
  name text not null,
  sha256 text not null,
  sql text not null,
  -- Id of the release that brought it.
  release text not null,
  -- due: a deferred migration that nobody needs to be put off for any more. From then on it counts as done, since the
  -- runtime may run it at any moment. failed: it was tried and undone.
  state text not null check (state in ('due', 'done', 'failed')),
  error text,
  at timestamptz not null,
  primary key (slice, name)
);
create trigger database_migration_changed after insert or update on database_migration
  for each statement execute function count_change();

-- Names of the deferred migrations of a release.
alter table release add column deferred jsonb not null generated always as
  (jsonb_path_query_array(body, '$.migrations[*].name ? (@ starts with "contract/")')) stored;
