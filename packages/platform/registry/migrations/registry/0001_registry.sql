-- Immutable: a release is published once, a vector is made once.
create table release (
  slice text not null,
  id text not null,
  body jsonb not null,
  published_at timestamptz not null,
  primary key (slice, id)
);
create index release_by_time on release (published_at desc);

create table vector (
  id text primary key,
  -- Slice to release id.
  releases jsonb not null,
  -- Of these the ones that have a server, as ["slice@id"].
  servers jsonb not null,
  body jsonb not null,
  created_at timestamptz not null
);

-- One row per revision; the last one holds. Compare-and-set on revision n is the insertion of n + 1.
create table routing (
  revision integer primary key,
  live text references vector,
  -- Slice to {vector, until}.
  rollback jsonb not null,
  cause text not null,
  at timestamptz not null
);
insert into routing (revision, live, rollback, cause, at) values (0, null, '{}', 'nothing is live yet', now());

create table deployment (
  id text primary key,
  state text not null check (state in ('running', 'done', 'failed')),
  body jsonb not null,
  -- The revision that the candidate was checked against.
  base_revision integer,
  -- The revision by which it went live.
  shifted_revision integer,
  created_at timestamptz not null
);
create index deployment_running on deployment (created_at) where state = 'running';

-- What the runtime said last of a release.
create table release_report (
  slice text not null,
  release text not null,
  kind text not null check (kind in ('migrated', 'failed')),
  ok boolean not null,
  error text,
  at timestamptz not null,
  primary key (slice, release, kind),
  foreign key (slice, release) references release
);

create sequence lease_epoch;
create table lease (
  instance text primary key,
  slice text not null,
  release text not null,
  url text not null,
  epoch bigint not null default nextval('lease_epoch'),
  state text not null check (state in ('starting', 'ready', 'draining')),
  expires_at timestamptz not null,
  foreign key (slice, release) references release
);

create table gateway (
  id text primary key,
  revision integer not null,
  -- Ids of warm vectors.
  vectors jsonb not null,
  -- Vector to the reason why it could not be built.
  failed jsonb not null,
  seen_at timestamptz not null
);

-- Until when pages may hold on to a vector.
create table pin (
  vector text primary key references vector,
  until timestamptz not null
);

-- Public keys of gateways.
create table key (
  kid text primary key,
  jwk jsonb not null,
  created_at timestamptz not null
);

-- One row: grows with every change of what watchers are shown.
create table change (
  single_row boolean primary key default true check (single_row),
  cursor bigint not null
);
insert into change (cursor) values (0);

create function count_change() returns trigger language plpgsql as $$
begin
  update change set cursor = cursor + 1;
  perform pg_notify('registry', '');
  return null;
end $$;

create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('registry', '');
  return null;
end $$;

-- A renewal moves nothing but expires_at and is no change.
create trigger routing_changed after insert on routing for each statement execute function count_change();
create trigger deployment_changed after insert or update on deployment for each row execute function count_change();
create trigger lease_came_or_went after insert or delete on lease for each row execute function count_change();
create trigger lease_changed after update on lease for each row
  when ((old.epoch, old.state, old.url) is distinct from (new.epoch, new.state, new.url))
  execute function count_change();

-- Deployments may wait for these.
create trigger report_came after insert or update on release_report for each row execute function announce_change();
create trigger gateway_came after insert on gateway for each row execute function announce_change();
create trigger gateway_changed after update on gateway for each row
  when ((old.revision, old.vectors, old.failed) is distinct from (new.revision, new.vectors, new.failed))
  execute function announce_change();
