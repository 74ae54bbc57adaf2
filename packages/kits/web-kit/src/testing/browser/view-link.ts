import { ApolloLink, Observable } from "@apollo/client";
import { documentIdOf } from "../../documents/document-id.ts";
import { NoAnswer } from "../../query/query-problems.ts";

/** Sends operations by their ids to the test. */
export function createViewLink(): ApolloLink {
  return new ApolloLink(
    ({ query, variables }) =>
      new Observable((observer) => {
        ask(documentIdOf(query), variables).then(
          (result) => {
            observer.next(result);
            observer.complete();
          },
          (error) => observer.error(error),
        );
      }),
  );
}

async function ask(documentId: string, variables: Record<string, unknown>): Promise<ApolloLink.Result> {
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      body: JSON.stringify({ documentId, variables }),
    });
    return await response.json();
  } catch (cause) {
    throw new NoAnswer("The test's graph gave no answer.", { cause });
  }
}
