/** Why a field was not accepted. */
export type Reason = "TOO_SHORT" | "TOO_LONG" | "MALFORMED" | "TAKEN" | "WRONG";

export interface InvalidField {
  field: string;
  reason: Reason;
  message: string;
}

export interface InvalidInput {
  __typename: "InvalidInput";
  fields: InvalidField[];
}

/** A field's value in the form in which it is kept, or why it cannot be. */
export type Checked<Value> = { ok: true; value: Value } | { ok: false; problem: InvalidField };

export const accepted = <Value>(value: Value): Checked<Value> => ({ ok: true, value });

export const refused = (field: string, reason: Reason, message: string): Checked<never> => ({
  ok: false,
  problem: { field, reason, message },
});

export function invalidInput(...fields: InvalidField[]): InvalidInput {
  return { __typename: "InvalidInput", fields };
}

/** The problems of those fields that have one. */
export function problemsOf(...checks: Checked<unknown>[]): InvalidField[] {
  return checks.flatMap((check) => (check.ok ? [] : [check.problem]));
}
