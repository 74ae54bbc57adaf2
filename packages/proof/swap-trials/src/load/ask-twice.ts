import { AnswerFault, type AskOptions, type Person } from "@sliceway/trial-kit";
import type { z } from "zod";

const CUT = Symbol("cut");

interface Question<T> {
  operation: string;
  variables: Record<string, unknown>;
  expected: z.ZodType<T>;
  /** What tells one effect from another. */
  idOf: (answer: T) => string;
}

/**
 * Sends a mutation, closes the connection after `cutAfterMs` whether or not the answer is there, and sends it again with
 * the same key. Throws AnswerFault if both were answered, and with different effects.
 */
export async function askTwice<T>(
  person: Person,
  { operation, variables, expected, idOf }: Question<T>,
  { cutAfterMs, ...options }: AskOptions & { key: string; cutAfterMs: number },
): Promise<T> {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(CUT), cutAfterMs);
  const first = await person
    .ask(operation, variables, expected, { ...options, signal: cut.signal })
    .catch((error: unknown) => {
      if (error === CUT) return null;
      throw error;
    })
    .finally(() => clearTimeout(timer));
  const again = await person.ask(operation, variables, expected, options);
  if (first && idOf(first) !== idOf(again))
    throw new AnswerFault("data", `${operation}: the repeat gave ${idOf(again)} instead of ${idOf(first)}`);
  return again;
}
