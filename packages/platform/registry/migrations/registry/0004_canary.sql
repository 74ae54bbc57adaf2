alter table deployment
  -- Of a canary: since when it is compared with what is live, and what had been counted until then.
  add column comparison jsonb,
  -- Of one that has taken over: what had been counted before.
  add column swap jsonb,
  -- Whether the servers of what it replaced are gone.
  add column retired boolean not null default false;
update deployment set retired = true where state <> 'running';
create index deployment_retiring on deployment (created_at) where state = 'done' and not retired;

-- Why somebody else ended a canary; its deployment fails by it.
create table canary_end (
  deployment text primary key references deployment,
  reason text not null,
  at timestamptz not null
);

-- What each run of a gateway has counted at each vector so far.
create table traffic (
  gateway text not null,
  run text not null,
  vector text not null references vector,
  counts jsonb not null,
  seen_at timestamptz not null,
  primary key (gateway, run, vector)
);
create index traffic_of_vector on traffic (vector);

-- Who changed what; only ever added to.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Name of the token; "registry" for what happens by itself.
  who text not null,
  what text not null,
  "from" text,
  "to" text,
  cause text,
  revision integer,
  deployment text
);
