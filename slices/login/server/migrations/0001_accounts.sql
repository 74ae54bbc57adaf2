create table account (
  id uuid primary key,
  -- always lower case; what people type is brought into this form first
  handle text not null,
  name text not null,
  bio text not null default '',
  avatar_url text,
  -- argon2id in PHC form; null opens nothing (people of the demo network)
  password_hash text,
  -- grant: may use the explorer and ad-hoc queries
  developer boolean not null default false,
  created_at timestamptz(3) not null
);

create unique index account_handle on account (handle);

create table session (
  id uuid primary key,
  -- sha256 of the token: whoever reads this table can open nothing with it
  token_hash bytea not null,
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);

create unique index session_token_hash on session (token_hash);
create index session_account_id on session (account_id);

-- Attempts that were not (yet) successful, by what makes them: "handle:alice", "visitor:..."
create table login_attempt (
  key text primary key,
  count integer not null,
  last_at timestamptz(3) not null
);

create index login_attempt_last_at on login_attempt (last_at);
