import { VECTOR_HEADER } from "@sliceway/protocol";
import { sleep } from "@sliceway/service-kit";
import { AnswerFault, send } from "@sliceway/trial-kit";
import type { Requests } from "../load/requests.ts";

/** A page without data of its own: what it costs is hardly more than its request. */
const PAGE = "/login";
const PAUSE_MS = 20;

/** Asks for new pages, one after the other, until disposed: when does the first come on another vector? */
export class ArrivalWatch implements AsyncDisposable {
  readonly #gatewayUrl: string;
  readonly #requests: Requests;
  readonly #firstSeen = new Map<string, number>();
  readonly #stop = new AbortController();
  readonly #watching: Promise<void>;
  #latest = "";

  constructor(gatewayUrl: string, requests: Requests) {
    this.#gatewayUrl = gatewayUrl;
    this.#requests = requests;
    this.#watching = this.#watch();
  }

  /** Resolves to when the first new page on this vector was answered, as of `Date.now()`; null if none comes in time. */
  async seen(vector: string, patienceMs: number): Promise<number | null> {
    const until = Date.now() + patienceMs;
    while (!this.#firstSeen.has(vector) && Date.now() < until) await sleep(PAUSE_MS);
    return this.#firstSeen.get(vector) ?? null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#watching;
  }

  async #watch(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#requests.add("probe", performance.now(), this.#ask());
      await sleep(PAUSE_MS);
    }
  }

  /** Once new pages come on a vector, none may come on an earlier one. */
  async #ask(): Promise<void> {
    const { status, headers } = await send({ method: "HEAD", url: this.#gatewayUrl + PAGE, headers: ACCEPT });
    if (status !== 200) throw new AnswerFault("status", `${PAGE}: ${status}`);
    const vector = String(headers[VECTOR_HEADER]);
    if (vector !== this.#latest && this.#firstSeen.has(vector))
      throw new AnswerFault("vector", `a new page came on ${vector} after one on ${this.#latest}`);
    if (!this.#firstSeen.has(vector)) this.#firstSeen.set(vector, Date.now());
    this.#latest = vector;
  }
}

const ACCEPT = { accept: "text/html" };
