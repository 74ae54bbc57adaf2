-- The key that links to previews are signed with; made when the first one is asked for.
create table preview_key (
  kid text primary key,
  -- Private; the public half is handed out.
  jwk jsonb not null,
  created_at timestamptz not null
);

-- Releases that were only ever shown on a database of their own: their migrations must not reach the one that the
-- slice's releases share, whoever may still look at them.
create table isolated_release (
  ref text primary key
);
