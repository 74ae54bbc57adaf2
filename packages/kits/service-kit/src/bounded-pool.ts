import { SlicewayError } from "@sliceway/errors";
import pg from "pg";
import { errors } from "./errors.ts";

/** Nobody waits longer for a connection; a busy database answers fast instead of hanging. */
const WAIT_MS = 1_000;
/** Callers that may wait, per connection. */
const WAITING_PER_CONNECTION = 16;

type Release = (release?: Error | boolean) => void;
type OnConnection = (error: Error | undefined, client: pg.PoolClient | undefined, done: Release) => void;

/** A pool in which waiting is bounded in time and in number; both end in `DATABASE_BUSY`. */
export class BoundedPool extends pg.Pool {
  readonly #database: string;
  readonly #longestQueue: number;

  constructor(config: pg.PoolConfig & { max: number }, database: string) {
    super({ ...config, connectionTimeoutMillis: WAIT_MS });
    this.#database = database;
    this.#longestQueue = config.max * WAITING_PER_CONNECTION;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: OnConnection): void;
  override connect(callback?: OnConnection): Promise<pg.PoolClient> | undefined {
    const connection = this.#connect();
    if (!callback) return connection;
    connection.then((client) => callback(undefined, client, client.release), fail(callback));
  }

  async #connect(): Promise<pg.PoolClient> {
    if (this.waitingCount >= this.#longestQueue) throw this.#busy("too many callers wait for a connection");
    try {
      return await super.connect();
    } catch (error) {
      throw isTimeout(error) ? this.#busy(`no connection was to be had within ${WAIT_MS} ms`, error) : error;
    }
  }

  #busy(reason: string, cause?: unknown): SlicewayError {
    return new SlicewayError(errors.DATABASE_BUSY(`The database of ${this.#database} is busy: ${reason}.`), {
      cause,
    });
  }
}

const fail = (callback: OnConnection) => (error: Error) => callback(error, undefined, () => {});

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|due to connection timeout/.test(error.message)
  );
}
