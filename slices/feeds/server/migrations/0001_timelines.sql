-- feeds owns no posts and no friendships: all three tables are made from the events of others and can be made again.
-- Times are kept in milliseconds: they are part of the pages' keys, and JavaScript knows no finer ones.

-- Who wrote what: needed when two people become friends after they have posted.
create table authored (
  post_id uuid primary key,
  author_id text not null,
  published_at timestamptz(3) not null
);
create index authored_by_author on authored (author_id);

-- Each friendship is two rows, one as seen from either side.
create table friend_pair (
  user_id text not null,
  friend_id text not null,
  primary key (user_id, friend_id)
);

-- What a person sees: their own and their friends' posts.
create table timeline (
  owner_id text not null,
  post_id uuid not null references authored on delete cascade,
  author_id text not null,
  published_at timestamptz(3) not null,
  primary key (owner_id, post_id)
);
create index timeline_by_time on timeline (owner_id, published_at desc, post_id desc);
create index timeline_by_author on timeline (owner_id, author_id);
create index timeline_by_post on timeline (post_id);
