import type { ApolloLink } from "@apollo/client";
import { NoAnswer } from "@sliceway/web-kit/host";
import { untilAnswered } from "./until-answered.ts";
import { VectorGone } from "./vector-gone.ts";

export interface MoveSignals {
  onVectorGone: () => Promise<boolean>;
  onNotSent: () => void;
}

/**
 * Sends a mutation. If its vector is gone it is sent again to the one that the page moves to, under the same key,
 * before the page moves: so the component that sent it hears what became of it.
 */
export function mutateWhileMoving(
  ask: (vector: string, idempotencyKey: string) => Promise<ApolloLink.Result>,
  vector: string,
  { onVectorGone, onNotSent }: MoveSignals,
): Promise<ApolloLink.Result> {
  let at = vector;
  return untilAnswered(async (key) => {
    try {
      const result = await ask(at, key);
      if (at !== vector && isUnknown(result)) onNotSent();
      return result;
    } catch (error) {
      if (!(error instanceof VectorGone)) throw error;
      at = error.next ?? at;
      void onVectorGone();
      throw new NoAnswer(error.message, { cause: error });
    }
  });
}

function isUnknown({ errors = [] }: ApolloLink.Result): boolean {
  return errors.some(({ extensions }) => extensions?.code === "DOCUMENT_NOT_FOUND");
}
