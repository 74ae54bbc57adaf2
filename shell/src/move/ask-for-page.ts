import type { ServedPage } from "@sliceway/protocol";

const TIMEOUT_MS = 8000;
const STAY = 204;

export interface WhereTo {
  /** The vector that the page is at. */
  from: string;
  /** `slice@id` of releases whose code failed in it. */
  avoid: readonly string[];
}

/** Asks the gateway for this page at the vector where it should go on. Null: there is none. Rejects without an answer. */
export async function askForPage({ from, avoid }: WhereTo): Promise<ServedPage | null> {
  const { pathname, search } = window.location;
  const question = new URLSearchParams({ path: `${pathname}${search}`, from, avoid: avoid.join(".") });
  const response = await fetch(`/boot?${question}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.status === STAY) return null;
  if (!response.ok) throw new Error(`The gateway answered ${response.status}.`);
  return response.json();
}
