import type { Page, Response } from "@playwright/test";
import { VECTOR_HEADER } from "@sliceway/protocol";

/** What a page has seen go wrong, and whose answers it got. */
export interface PageLog {
  requests: number;
  errors: string[];
  /** Vectors of all answers to it. */
  vectors: Set<string>;
}

/** Notes every error of a page, its scripts' and its requests', from now on. */
export function watchErrors(page: Page): PageLog {
  const log: PageLog = { requests: 0, errors: [], vectors: new Set() };
  page.on("pageerror", (error) => log.errors.push(`thrown: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") log.errors.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // The page itself gives up what it no longer needs.
    if (reason !== "net::ERR_ABORTED") log.errors.push(`${request.url()}: ${reason}`);
  });
  page.on("response", (response) => void readResponse(response, log));
  return log;
}

async function readResponse(response: Response, log: PageLog): Promise<void> {
  const path = new URL(response.url()).pathname;
  log.requests += 1;
  if (response.status() >= 400) log.errors.push(`${path}: ${response.status()}`);
  if (path !== "/graphql") return;
  const vector = response.headers()[VECTOR_HEADER];
  if (vector) log.vectors.add(vector);
  // A page that has gone takes its bodies with it.
  const text = await response.text().catch(() => "");
  if (text.includes('"errors"')) log.errors.push(`${path}: ${text.slice(0, 300)}`);
}
