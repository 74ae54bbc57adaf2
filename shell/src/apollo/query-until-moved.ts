import { NoAnswer } from "@sliceway/web-kit/host";
import { VectorGone } from "./vector-gone.ts";

/** A query of a page that moves away is not answered: the page that takes its place asks for itself. */
export async function queryUntilMoved<T>(
  ask: () => Promise<T>,
  { onVectorGone }: { onVectorGone: () => Promise<boolean> },
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof VectorGone)) throw error;
    if (await onVectorGone()) return new Promise(() => undefined);
    throw new NoAnswer(error.message, { cause: error });
  }
}
