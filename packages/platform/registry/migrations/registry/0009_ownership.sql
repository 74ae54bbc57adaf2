-- What may change releases of some slices, and of no others. The token itself is known to whoever was given it.
create table deploy_token (
  id text primary key,
  name text not null,
  slices jsonb not null,
  -- sha256 of the token, hex.
  digest text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Public keys that teams sign their releases with. One key may sign for several slices.
create table signing_key (
  slice text not null,
  id text not null,
  -- SPKI in DER, base64.
  public_key text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (slice, id)
);

alter table release
  -- Name of the token.
  add column published_by text not null,
  -- {key, value}
  add column signature jsonb not null;
