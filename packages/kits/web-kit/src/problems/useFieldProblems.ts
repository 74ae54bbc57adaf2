import type { MessageValues } from "../text/format-message.ts";
import { type Messages, useMessages } from "../text/useMessages.ts";

/** One field of a mutation's input that was not accepted, as contracts say it. */
export interface FieldProblem {
  field: string;
  reason: string;
}

/** Field to what is wrong with it, in the visitor's language: the `error` of each field. */
export type FieldProblems = Record<string, string>;

export interface FieldProblemOptions {
  /** The input's names to those of messages, where they differ: `{ next: "password" }`. */
  as?: Record<string, string>;
  /** Values of messages: `{ limit: 280 }`. */
  values?: MessageValues;
}

/** What is wrong with fields is a message `handle.TOO_SHORT`; `notAccepted` says it of a reason without one. */
export function useFieldProblems<TKey extends string>(
  messages: Messages<TKey | "notAccepted">,
): (fields: readonly FieldProblem[], options?: FieldProblemOptions) => FieldProblems {
  const t = useMessages<string>(messages);
  return (fields, { as = {}, values = {} } = {}) =>
    Object.fromEntries(
      fields.map(({ field, reason }) => {
        const key = `${as[field] ?? field}.${reason}`;
        return [field, t(key in messages.en ? key : "notAccepted", values)];
      }),
    );
}
