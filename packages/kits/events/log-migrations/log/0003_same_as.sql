-- Of an event that tells in an older version what another one tells: that one's id.
alter table sliceway.log add column sameas uuid;
