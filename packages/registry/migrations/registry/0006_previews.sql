-- The key that links to previews are signed with; made when the first one is asked for.
create table preview_key (
  kid text primary key,
  -- Private; the public half is handed out.
  jwk jsonb not null,
  created_at timestamptz not null
);
