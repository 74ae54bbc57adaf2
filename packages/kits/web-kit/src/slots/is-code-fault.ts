import { CombinedGraphQLErrors } from "@apollo/client";
import { QueryFailed } from "../query/query-failed.ts";
import { NoAnswer } from "../query/query-problems.ts";

/** Whether the code of a release is to blame for an error; questions without a good answer are another matter. */
export function isCodeFault(error: unknown): boolean {
  const isAboutAnswer =
    error instanceof QueryFailed || error instanceof NoAnswer || CombinedGraphQLErrors.is(error);
  return !isAboutAnswer;
}
