-- Which event types a consumer has had from their beginning on. A type that it did not take before has a history,
-- which comes first.
create table sliceway.subscribed_type (
  -- places mean something only within one transport
  transport text not null,
  consumer text not null,
  type text not null,
  -- its history was read to the end, so it comes with the rest
  complete boolean not null default false,
  -- as far as its events were delivered, while it is not complete
  position bigint not null default -1,
  primary key (transport, consumer, type)
);
