import pg from "pg";

/** Any number that nobody else uses. Creating roles and databases at the same time makes PostgreSQL stumble. */
const PROVISION_LOCK = 7_365_748_292;

/** Runs `fn` with a connection of the administrator, one at a time per server. */
export async function withAdmin<T>(adminUrl: string, fn: (admin: pg.Client) => Promise<T>): Promise<T> {
  return await withClient(adminUrl, async (admin) => {
    await admin.query("SELECT pg_advisory_lock($1)", [PROVISION_LOCK]);
    return await fn(admin);
  });
}

/** Runs `fn` with a connection and closes it. */
export async function withClient<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "sliceway provision" });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}
