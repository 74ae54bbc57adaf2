-- Of an event that tells in an older version what another one tells: that one's id.
alter table sliceway.outbox add column sameas uuid;
