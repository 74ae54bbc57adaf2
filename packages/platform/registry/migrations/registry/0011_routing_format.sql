-- Of what the other columns hold. Who does not know the column writes format 1.
alter table routing add column format integer not null default 1;
