-- What other slices told, and the timelines made of it. Everything here can be made again from the events.

create table authored (
  post_id uuid primary key,
  author_id uuid not null,
  published_at timestamptz not null
);
create index authored_by_author on authored (author_id);

-- both directions, so that a person's friends are one index range
create table friend (
  person_id uuid not null,
  friend_id uuid not null,
  primary key (person_id, friend_id)
);

create table timeline (
  owner_id uuid not null,
  post_id uuid not null,
  author_id uuid not null,
  published_at timestamptz not null,
  primary key (owner_id, post_id)
);
create index timeline_newest_first on timeline (owner_id, published_at desc, post_id desc);
create index timeline_by_author on timeline (author_id, owner_id);
create index timeline_by_post on timeline (post_id);
