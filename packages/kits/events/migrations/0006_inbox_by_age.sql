-- Finds what is old enough to be forgotten. Alone in its file: it must not hold up those who write.
create index concurrently if not exists inbox_by_age on sliceway.inbox (received_at);
