import type { ErrorLike } from "@apollo/client";

/** A query got no data at all. Thrown to the nearest boundary, which calls `retry` before it renders again. */
export class QueryFailed extends Error {
  override name = "QueryFailed";
  /** Asks again. Rejects if there is still no data. */
  readonly retry: () => Promise<void>;

  constructor(cause: ErrorLike | undefined, retry: () => Promise<void>) {
    super(cause?.message ?? "The query was answered without data.", { cause });
    this.retry = retry;
  }
}
