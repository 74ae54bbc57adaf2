import { Socket } from "node:net";
import { Client } from "pg";

const END_MS = 2_000;

/**
 * A connection of its own, for what a pool cannot give: session locks and LISTEN. Every statement fails after 5 s, so
 * that a connection whose other end is gone does not hang; a lost connection makes the next statement fail.
 * `name` is shown by PostgreSQL as the application.
 */
export async function connect(url: string, name: string): Promise<Client & AsyncDisposable> {
  const socket = new Socket();
  const client = new Client({
    stream: () => socket,
    connectionString: url,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    options: "-c idle_in_transaction_session_timeout=10000",
  });
  // The next statement reports it; without a handler the process would end.
  client.on("error", () => {});
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => end(client, socket) });
}

/** A server that does not answer is not waited for. */
async function end(client: Client, socket: Socket): Promise<void> {
  const timer = setTimeout(() => socket.destroy(), END_MS);
  await client.end();
  clearTimeout(timer);
}
