-- An event that failed too often is a dead letter: it stays where it is and is not tried again by itself. Its retry_at
-- is infinity, so that releases which do not know dead_at leave it alone too.
alter table sliceway.parked
  add column first_failed_at timestamptz,
  add column failed_at timestamptz,
  add column dead_at timestamptz;

alter table sliceway.inbox
  -- why the event will never have its effect here; null if it had it
  add column discarded_reason text,
  -- told in several versions: one that the consumer takes years later brings its history, so this is not forgotten
  add column in_versions boolean not null default false;

-- How long an event has waited for the relay; its own time may be long before that.
alter table sliceway.outbox add column added_at timestamptz not null default now();
