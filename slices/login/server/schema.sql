-- What the migrations come to, to read and to compare. Made by `sliceway generate-db` from 9fdf2d54652191cc.

create table account (
  id uuid not null,
  handle text not null,
  name text not null,
  bio text default ''::text not null,
  avatar_url text,
  password_hash text,
  developer boolean default false not null,
  created_at timestamp(3) with time zone not null,
  constraint account_pkey PRIMARY KEY (id)
);

create table login_attempt (
  key text not null,
  count integer not null,
  last_at timestamp(3) with time zone not null,
  constraint login_attempt_pkey PRIMARY KEY (key)
);

create table session (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX account_handle ON public.account USING btree (handle);

CREATE INDEX login_attempt_last_at ON public.login_attempt USING btree (last_at);

CREATE INDEX session_account_id ON public.session USING btree (account_id);

CREATE UNIQUE INDEX session_token_hash ON public.session USING btree (token_hash);
