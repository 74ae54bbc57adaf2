-- Who may relay or consume now. The session lock of the same name says who holds the turn; the term fences whoever
-- held it before and does not know yet that it is over.
create table sliceway.turn (
  name text primary key,
  -- one more with every change of holder
  term bigint not null,
  -- the routing revision that made the holder's release live
  live_since bigint not null,
  renewed_at timestamptz not null default now()
);
