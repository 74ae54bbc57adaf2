-- Age in the log decides what is pruned: an event's own time may be long before that.
alter table sliceway.log add column logged_at timestamptz not null default now();

-- Up to where each source was pruned. A reader whose cursor lies before has missed something.
create table sliceway.pruned (
  source text primary key,
  position bigint not null,
  pruned_at timestamptz not null default now()
);
grant select on sliceway.pruned to public;
