import { type FieldProblem, useFieldProblems, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** What a mutation that takes a text may answer besides success. */
type Refusal =
  | { __typename: "InvalidInput"; fields: FieldProblem[] }
  | { __typename: "NotLoggedIn" }
  | { __typename: "NotFound" };

/** Says why a text was not taken; undefined stands for no answer at all. */
export function useInputProblem(limit: number): (refusal: Refusal | undefined) => string {
  const t = useMessages(messages);
  const problemsOf = useFieldProblems(messages);
  return (refusal) => {
    switch (refusal?.__typename) {
      case undefined:
        return t("notSent");
      case "NotLoggedIn":
        return t("logInFirst");
      case "NotFound":
        return t("gone");
      case "InvalidInput":
        return problemsOf(refusal.fields, { values: { limit } }).text ?? t("notAccepted");
      default:
        return refusal satisfies never;
    }
  };
}
