import type { InvalidField } from "./entry.ts";

/** Expected failures as the schema's result types have them. */
export interface NotLoggedIn {
  __typename: "NotLoggedIn";
  message: string;
}

export interface InvalidInput {
  __typename: "InvalidInput";
  fields: InvalidField[];
}

export const notLoggedIn: NotLoggedIn = { __typename: "NotLoggedIn", message: "Log in to do this." };

export function invalidInput(field: InvalidField): InvalidInput {
  return { __typename: "InvalidInput", fields: [field] };
}
