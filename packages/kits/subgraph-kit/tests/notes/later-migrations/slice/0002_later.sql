alter table note add column later text;
