import type { InvalidField } from "./text.ts";

/** Expected failures as the schema's result types have them. */
export interface NotLoggedIn {
  __typename: "NotLoggedIn";
  message: string;
}

export interface NotFound {
  __typename: "NotFound";
  message: string;
}

export interface InvalidInput {
  __typename: "InvalidInput";
  fields: InvalidField[];
}

export const notLoggedIn: NotLoggedIn = { __typename: "NotLoggedIn", message: "Log in to do this." };

export function notFound(what: "post" | "comment"): NotFound {
  return { __typename: "NotFound", message: `There is no such ${what} any more.` };
}

export function invalidInput(field: InvalidField): InvalidInput {
  return { __typename: "InvalidInput", fields: [field] };
}
