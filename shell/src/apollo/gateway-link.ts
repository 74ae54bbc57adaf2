import { ApolloLink, Observable } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { askGateway, type GatewayQuestion } from "./ask-gateway.ts";
import { documentIdOf } from "./document-id.ts";
import { untilAnswered } from "./until-answered.ts";

export interface GatewayLinkOptions {
  vector: string;
  /** The gateway serves this page's vector no longer. */
  onVectorGone: () => void;
}

/** Ends the chain of links: sends an operation by its id, at the page's vector. */
export function createGatewayLink({ vector, onVectorGone }: GatewayLinkOptions): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const { variables, query, operationType } = operation;
        const stop = new AbortController();
        const question: GatewayQuestion = { documentId: documentIdOf(query), variables, vector };
        const ask = (idempotencyKey?: string) =>
          askGateway({ ...question, idempotencyKey }, { signal: stop.signal, onVectorGone });
        const answer = operationType === OperationTypeNode.MUTATION ? untilAnswered(ask) : ask();
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
