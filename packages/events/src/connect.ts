import { Client } from "pg";

/**
 * A connection of its own, for what a pool cannot give: session locks and LISTEN. Every statement fails after 5 s, so
 * that a connection whose other end is gone does not hang; a lost connection makes the next statement fail.
 * `name` is shown by PostgreSQL as the application.
 */
export async function connect(url: string, name: string): Promise<Client & AsyncDisposable> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    options: "-c idle_in_transaction_session_timeout=10000",
  });
  // The next statement reports it; without a listener the process would end.
  client.on("error", () => {});
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
