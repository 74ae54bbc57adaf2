-- Whom routing can send elsewhere than to the live vector, and which releases must not run any more.
alter table routing
  add column canaries jsonb not null default '[]',
  add column previews jsonb not null default '{}',
  -- Old vector to the one whose API answers its pages.
  add column forwards jsonb not null default '{}',
  -- Old vector to the time until which it is still served.
  add column leaving jsonb not null default '{}',
  add column revoked jsonb not null default '[]';
