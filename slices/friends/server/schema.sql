-- What the migrations come to, to read and to compare. Made by `sliceway generate-db` from 027cf14e6b69b1f3.

create table friendship_event (
  stream text not null,
  version integer not null,
  type text not null,
  data jsonb not null,
  at timestamp(3) with time zone not null,
  constraint friendship_event_pkey PRIMARY KEY (stream, version)
);

create table person (
  id uuid not null,
  handle text not null,
  name text not null,
  folded_name text not null,
  constraint person_pkey PRIMARY KEY (id)
);

create table standing (
  person_id uuid not null,
  other_id uuid not null,
  state text not null,
  since timestamp(3) with time zone not null,
  constraint standing_pkey PRIMARY KEY (person_id, other_id)
);

CREATE INDEX person_handle ON public.person USING btree (handle);

CREATE INDEX standing_by_state ON public.standing USING btree (person_id, state, since DESC, other_id DESC);
