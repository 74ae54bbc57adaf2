import { ApolloLink, Observable } from "@apollo/client";
import type { PageData } from "@sliceway/protocol";
import { documentIdOf } from "@sliceway/web-kit/host";

/** The operation that the gateway runs for the route which the browser opened. */
export interface ExpectedOperation {
  slice: string;
  name: string;
}

type Operation = PageData["operation"];

/**
 * Answers the first route's operation with what came in the page itself, once. Other operations, and this one too
 * if the page brought nothing that fits, go on to the next link.
 */
export function createPageDataLink(
  expected: ExpectedOperation | null,
  arrival: Promise<Operation>,
): ApolloLink {
  let waiting = expected !== null;
  return new ApolloLink((operation, forward) => {
    const documentId = documentIdOf(operation.query);
    const fits = operation.operationName === expected?.name && documentId.startsWith(`x-${expected?.slice}:`);
    if (!waiting || !fits) return forward(operation);
    waiting = false;
    return new Observable((observer) => {
      const subscription = arrival.then((data) => {
        if (!data || data.id !== documentId || !contains(operation.variables, data.variables)) {
          return forward(operation).subscribe(observer);
        }
        observer.next(data.result as ApolloLink.Result);
        observer.complete();
      });
      return () => void subscription.then((following) => following?.unsubscribe());
    });
  });
}

/** The client adds the operation's own defaults to what the route gives. */
function contains(variables: Record<string, unknown>, given: Record<string, unknown>): boolean {
  return Object.entries(given).every(([name, value]) => variables[name] === value);
}
