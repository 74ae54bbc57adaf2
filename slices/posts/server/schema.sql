-- What the migrations come to, to read and to compare. Made by `sliceway generate-db` from eb8038f953d8e020.

create table comment (
  id uuid not null,
  post_id uuid not null,
  author_id text not null,
  text text not null,
  created_at timestamp(3) with time zone not null,
  constraint comment_pkey PRIMARY KEY (id),
  constraint comment_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id) ON DELETE CASCADE
);

create table post (
  id uuid not null,
  author_id text not null,
  text text not null,
  created_at timestamp(3) with time zone not null,
  constraint post_pkey PRIMARY KEY (id)
);

create table post_like (
  post_id uuid not null,
  user_id text not null,
  created_at timestamp(3) with time zone not null,
  constraint post_like_pkey PRIMARY KEY (post_id, user_id),
  constraint post_like_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id) ON DELETE CASCADE
);

CREATE INDEX comment_by_post ON public.comment USING btree (post_id, created_at, id);

CREATE INDEX post_by_author ON public.post USING btree (author_id, created_at DESC, id DESC);
