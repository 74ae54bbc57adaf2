import { ApolloLink, Observable } from "@apollo/client";
import { documentIdOf } from "@sliceway/web-kit/host";
import { OperationTypeNode } from "graphql";
import type { MutationsInFlight } from "../move/mutations-in-flight.ts";
import { askGateway } from "./ask-gateway.ts";
import { mutateWhileMoving } from "./mutate-while-moving.ts";
import { queryUntilMoved } from "./query-until-moved.ts";

export interface GatewayLinkOptions {
  vector: string;
  mutations: MutationsInFlight;
  /** The gateway serves this page's vector no longer. Resolves to whether the page has moved to another. */
  onVectorGone: () => Promise<boolean>;
  /** The page should move to another vector soon. */
  onOffer: () => void;
  /** A mutation was not carried out, because the vector that the page moves to has none like it. */
  onNotSent: () => void;
}

/** Ends the chain of links: sends an operation by its id, at the page's vector. */
export function createGatewayLink(options: GatewayLinkOptions): ApolloLink {
  const { vector, mutations, onOffer } = options;
  return new ApolloLink(
    ({ query, variables, operationType }) =>
      new Observable((observer) => {
        const stop = new AbortController();
        const question = { documentId: documentIdOf(query), variables };
        const ask = (at: string, idempotencyKey?: string) =>
          askGateway({ ...question, vector: at, idempotencyKey }, { signal: stop.signal, onOffer });
        const isMutation = operationType === OperationTypeNode.MUTATION;
        const answer = isMutation
          ? mutations.track(mutateWhileMoving(ask, vector, options))
          : queryUntilMoved(() => ask(vector), options);
        answer.then(
          (result) => {
            observer.next(result);
            observer.complete();
          },
          (error) => observer.error(error),
        );
        return () => stop.abort();
      }),
  );
}
