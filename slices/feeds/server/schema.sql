-- What the migrations come to, to read and to compare. Made by `sliceway generate-db` from c05fdfa997bc11f9.

create table authored (
  post_id uuid not null,
  author_id text not null,
  published_at timestamp(3) with time zone not null,
  constraint authored_pkey PRIMARY KEY (post_id)
);

create table friend_pair (
  user_id text not null,
  friend_id text not null,
  constraint friend_pair_pkey PRIMARY KEY (user_id, friend_id)
);

create table timeline (
  owner_id text not null,
  post_id uuid not null,
  author_id text not null,
  published_at timestamp(3) with time zone not null,
  constraint timeline_pkey PRIMARY KEY (owner_id, post_id),
  constraint timeline_post_id_fkey FOREIGN KEY (post_id) REFERENCES authored(post_id) ON DELETE CASCADE
);

CREATE INDEX authored_by_author ON public.authored USING btree (author_id);

CREATE INDEX timeline_by_author ON public.timeline USING btree (owner_id, author_id);

CREATE INDEX timeline_by_post ON public.timeline USING btree (post_id);

CREATE INDEX timeline_by_time ON public.timeline USING btree (owner_id, published_at DESC, post_id DESC);
