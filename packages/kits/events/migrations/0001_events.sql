-- Lies in every slice's own database. The slice's role reaches it through the default privileges of its migrator.
create schema if not exists sliceway;
-- Only the slice's two roles can connect, so PUBLIC is them.
grant usage on schema sliceway to public;

-- What happened here and was not yet handed to the transport. The sequence is taken while the aggregate's row is
-- locked, so within one aggregate its order is the order of the changes.
create table sliceway.outbox (
  seq bigint generated always as identity primary key,
  id uuid not null default gen_random_uuid(),
  type text not null,
  subject text not null,
  data jsonb not null,
  time timestamptz not null
);

-- Which events of others have had their effect here.
create table sliceway.inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- How far each consumer has read the log of each source.
create table sliceway.cursor (
  consumer text not null,
  source text not null,
  position bigint not null,
  primary key (consumer, source)
);

-- Events that failed, and later ones of the same aggregate that wait behind them.
create table sliceway.parked (
  consumer text not null,
  event_id uuid not null,
  place bigint generated always as identity,
  source text not null,
  subject text not null,
  event jsonb not null,
  attempts integer not null,
  retry_at timestamptz not null,
  reason text,
  primary key (consumer, event_id)
);
create index parked_by_aggregate on sliceway.parked (consumer, source, subject, place);
