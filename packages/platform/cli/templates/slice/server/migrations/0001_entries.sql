-- Times are kept in milliseconds: they are part of the pages' keys, and JavaScript knows no finer ones.
create table entry (
  id uuid primary key,
  author_id text not null,
  text text not null,
  created_at timestamptz(3) not null
);
create index entry_by_time on entry (created_at desc, id desc);
