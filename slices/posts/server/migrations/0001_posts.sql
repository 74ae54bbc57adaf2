-- Times are kept in milliseconds: they are part of the pages' keys, and JavaScript knows no finer ones.
create table post (
  id uuid primary key,
  author_id text not null,
  text text not null,
  created_at timestamptz(3) not null
);
create index post_by_author on post (author_id, created_at desc, id desc);

-- One row per person and post: to like twice is to like once.
create table post_like (
  post_id uuid not null references post on delete cascade,
  user_id text not null,
  created_at timestamptz(3) not null,
  primary key (post_id, user_id)
);

create table comment (
  id uuid primary key,
  post_id uuid not null references post on delete cascade,
  author_id text not null,
  text text not null,
  created_at timestamptz(3) not null
);
create index comment_by_post on comment (post_id, created_at, id);
