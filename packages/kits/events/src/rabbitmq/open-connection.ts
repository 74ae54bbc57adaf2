import { once } from "node:events";
import { type Channel, Connection } from "rabbitmq-client";
import { brokerLost, brokerSilent, brokerUnreachable } from "./broker-failures.ts";

/** With 5 s on both sides a connection whose other end is silent is given up after 10 s. */
const HEARTBEAT_S = 5;
const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;
const CLOSE_MS = 2_000;

/** A connection that is never mended: nothing may overtake what was sent over it and is lost with it. */
export interface BrokerConnection extends AsyncDisposable {
  openChannel(): Promise<Channel & AsyncDisposable>;
  /** Aborts when the connection is lost; the reason is a `SlicewayError`. */
  readonly lost: AbortSignal;
  /** Ends it at once and drops what was not sent yet; `reason` is why it is lost. */
  abandon(reason: unknown): void;
  /** Abandons it, and rejects, if the broker has not done the work in 10 s, or `maxMs`. */
  inTime<T>(work: Promise<T>, maxMs?: number): Promise<T>;
}

/** Connects; `name` is shown by the broker. Throws `BROKER_UNREACHABLE`. */
export async function openConnection(url: string, name: string): Promise<BrokerConnection> {
  const connection = await connect(url, name);
  const lost = new AbortController();
  const channels: Channel[] = [];
  let alarm: string | undefined;
  const abandon = (reason: unknown) => {
    lost.abort(reason);
    connection.unsafeDestroy();
  };
  const lose = (error: unknown) => abandon(brokerLost(url, error));
  connection.on("error", lose);
  connection.on("connection.blocked", (reason) => {
    alarm = reason;
  });
  connection.on("connection.unblocked", () => {
    alarm = undefined;
  });
  return {
    lost: lost.signal,
    abandon,
    async inTime(work, maxMs = ANSWER_MS) {
      const timer = setTimeout(() => abandon(brokerSilent(maxMs, alarm)), maxMs);
      try {
        return await work;
      } catch (error) {
        throw lost.signal.aborted ? lost.signal.reason : error;
      } finally {
        clearTimeout(timer);
      }
    },
    async openChannel() {
      lost.signal.throwIfAborted();
      const channel = await connection.acquire();
      channels.push(channel);
      // The broker has ended a consumer: its queue was deleted or moved.
      channel.on("basic.cancel", (_tag, error) => lose(error));
      return Object.assign(channel, { [Symbol.asyncDispose]: () => channel.close() });
    },
    [Symbol.asyncDispose]: () => close(connection, channels, lost.signal),
  };
}

async function connect(url: string, name: string): Promise<Connection> {
  const connection = new Connection({
    url,
    connectionName: name,
    heartbeat: HEARTBEAT_S,
    connectionTimeout: CONNECT_MS,
    acquireTimeout: CONNECT_MS,
  });
  try {
    await once(connection, "connection");
    return connection;
  } catch (error) {
    connection.unsafeDestroy();
    throw brokerUnreachable(url, error);
  }
}

/** Lets what was sent arrive. A lost connection, or a broker that does not answer, is not waited for. */
async function close(connection: Connection, channels: Channel[], lost: AbortSignal): Promise<void> {
  const { promise: inVain, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, CLOSE_MS);
  lost.addEventListener("abort", () => resolve());
  if (!lost.aborted) await Promise.race([closeInOrder(connection, channels), inVain]);
  clearTimeout(timer);
  connection.unsafeDestroy();
}

async function closeInOrder(connection: Connection, channels: Channel[]): Promise<void> {
  await Promise.all(channels.map((channel) => channel.close()));
  await connection.close();
}
