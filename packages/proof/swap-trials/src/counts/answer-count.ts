import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { VECTOR_HEADER } from "@sliceway/protocol";

/** undici's own channels: whatever sends a request, and however, passes here. */
const [HEADERS, ERROR] = ["undici:request:headers", "undici:request:error"];

interface UndiciMessage {
  request: { origin: string };
  response?: { statusCode: number; headers: Buffer[] };
}

/** Counts what clients were answered at each vector, beside whatever they think of the answers. */
export class AnswerCount implements Disposable {
  readonly answered = new Map<string, number>();
  readonly #origin: string;
  readonly #heard = new WeakSet<object>();
  #cut = 0;

  /** Counts what this process sends to the origin, until disposed. */
  constructor(origin: string) {
    this.#origin = new URL(origin).origin;
    subscribe(HEADERS, this.#onHeaders);
    subscribe(ERROR, this.#onError);
  }

  /** Requests whose client left before there was an answer: a gateway may have counted them, or may not. */
  get cut(): number {
    return this.#cut;
  }

  /** An answer of that vector has come. */
  note(vector: string): void {
    this.answered.set(vector, (this.answered.get(vector) ?? 0) + 1);
  }

  noteCut(): void {
    this.#cut += 1;
  }

  [Symbol.dispose](): void {
    unsubscribe(HEADERS, this.#onHeaders);
    unsubscribe(ERROR, this.#onError);
  }

  readonly #onHeaders = (message: unknown) => {
    const { request, response } = message as UndiciMessage;
    if (request.origin !== this.#origin || !response) return;
    this.#heard.add(request);
    const vector = findVector(response.headers);
    if (vector !== undefined && response.statusCode < 400) this.note(vector);
  };

  readonly #onError = (message: unknown) => {
    const { request } = message as UndiciMessage;
    if (request.origin === this.#origin && !this.#heard.has(request)) this.noteCut();
  };
}

/** Names and values take turns. */
function findVector(headers: readonly Buffer[]): string | undefined {
  const at = headers.findIndex(
    (name, index) => index % 2 === 0 && name.toString().toLowerCase() === VECTOR_HEADER,
  );
  return at < 0 ? undefined : headers[at + 1]?.toString();
}
