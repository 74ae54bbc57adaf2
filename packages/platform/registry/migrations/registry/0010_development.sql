-- Who works on a slice just now. A session that is not renewed is over, and with it its preview and its files.
create table dev_session (
  id text primary key,
  slice text not null,
  -- Of its preview.
  name text not null unique,
  expires_at timestamptz not null
);

-- The session that releases of the vector belong to. Its pages do not hold on to it.
alter table vector add column dev text generated always as
  (jsonb_path_query_first(body, '$.slices[*].dev') #>> '{}') stored;

create index release_of_session on release ((body ->> 'dev')) where body ->> 'dev' is not null;
