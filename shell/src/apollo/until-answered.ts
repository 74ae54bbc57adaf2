import { NoAnswer } from "@sliceway/web-kit/host";
import { randomKey } from "./random-key.ts";

const DELAYS_MS = [300, 1000, 3000];

/** Repeats an unanswered mutation under one key, so that it takes effect once however often it arrives. */
export async function untilAnswered<T>(ask: (idempotencyKey: string) => Promise<T>): Promise<T> {
  const key = randomKey();
  for (const delayMs of DELAYS_MS) {
    try {
      return await ask(key);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  return ask(key);
}
