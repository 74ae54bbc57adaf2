-- Vector to how many pages (tabs) hold on to it, as the gateway hears from them.
alter table gateway add column pages jsonb not null default '{}';

-- By it the overview finds who made what is live so.
create index audit_of_revision on audit (revision);
