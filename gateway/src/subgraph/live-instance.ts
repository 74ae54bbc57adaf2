import type { Instance } from "@sliceway/protocol";
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import { Pool } from "undici";
import { readFault, SliceFault } from "./slice-fault.ts";
import type { UnavailableReason } from "./unavailable.ts";

const FAULTS_BEFORE_OPENING = 5;
const PAUSE_MS = 1000;
const CONNECT_TIMEOUT_MS = 1000;
const CONNECTIONS = 64;
const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;

export interface InstanceRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

export interface InstanceAnswer {
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

/** One running server of a release, as this gateway sees it: its connections, load and circuit breaker. */
export class LiveInstance {
  readonly url: string;
  inFlight = 0;
  readonly #pool: Pool;
  readonly #breaker: CircuitBreakerPolicy;
  #probeAt = 0;

  constructor({ url }: Pick<Instance, "url">) {
    this.url = url;
    this.#pool = new Pool(url, {
      connections: CONNECTIONS,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      // Deadlines are the callers': signals end what takes too long.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: LARGEST_ANSWER_BYTES,
    });
    this.#breaker = circuitBreaker(
      handleWhen((error) => error instanceof SliceFault && error.isInstanceFault),
      { breaker: new ConsecutiveBreaker(FAULTS_BEFORE_OPENING), halfOpenAfter: PAUSE_MS },
    );
    this.#breaker.onBreak(() => {
      this.#probeAt = Date.now() + PAUSE_MS;
    });
  }

  get isHealthy(): boolean {
    return this.#breaker.state === CircuitState.Closed;
  }

  /** The breaker is open and its pause is over: the next call tells whether the instance is back. */
  get wantsProbe(): boolean {
    return this.#breaker.state === CircuitState.Open && Date.now() >= this.#probeAt;
  }

  /** POSTs JSON and reads a JSON answer. Rejects with a SliceFault, or cockatiel's BrokenCircuitError. */
  async post(request: InstanceRequest): Promise<InstanceAnswer> {
    this.inFlight += 1;
    try {
      return await this.#breaker.execute(() => this.#send(request));
    } finally {
      this.inFlight -= 1;
    }
  }

  /** Closes the connections, after the calls in flight. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  async #send({ path, headers, body, signal }: InstanceRequest): Promise<InstanceAnswer> {
    try {
      const answer = await this.#pool.request({
        method: "POST",
        path,
        signal,
        body,
        headers: { "content-type": "application/json", accept: "application/json", ...headers },
      });
      const text = await answer.body.text();
      if (isRefusal(answer.statusCode)) throw new SliceFault(reasonOf(answer.statusCode, text));
      return { headers: answer.headers, body: JSON.parse(text) };
    } catch (error) {
      throw readFault(error, signal);
    }
  }
}

/** Not an answer of the GraphQL layer: a proxy's, a crash's, or a refused token's. */
function isRefusal(status: number): boolean {
  return status > 500 || status === 401 || status === 403 || status === 404;
}

/** A server that leaves answers 503; a slice does so as well when its own deadline has passed. */
function reasonOf(status: number, body: string): UnavailableReason {
  if (status !== 503) return `http-${status}`;
  return body.includes('"DEADLINE_EXCEEDED"') ? "deadline" : "draining";
}
