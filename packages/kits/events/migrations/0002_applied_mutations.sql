-- What mutations gave, for a client that asks again under the same idempotency key because it got no answer. Written
-- in the transaction of the change, kept for 24 hours at least.
create table sliceway.applied_mutation (
  -- "viewer:<id>" or "visitor:<id>": a key means something only to whoever has sent it
  caller text not null,
  key text not null,
  -- the field's name in the answer; one request may hold several
  field text not null,
  -- of the field and its arguments, made with a secret that is not in this database
  fingerprint bytea not null,
  -- null until the transaction ends
  result json,
  -- what became of the browser's session; never a token
  session json,
  applied_at timestamptz not null default now(),
  primary key (caller, key, field)
);
create index applied_mutation_applied_at on sliceway.applied_mutation (applied_at);
