-- Resident memory of the instance, as it says with its heartbeats: by it the registry decides when old servers go.
alter table lease add column memory_bytes bigint;
