-- What the migrations come to, to read and to compare. Made by `sliceway generate-db` from ee7a3528241b7791.

create table entry (
  id uuid not null,
  author_id text not null,
  text text not null,
  created_at timestamp(3) with time zone not null,
  constraint entry_pkey PRIMARY KEY (id)
);

CREATE INDEX entry_by_time ON public.entry USING btree (created_at DESC, id DESC);
