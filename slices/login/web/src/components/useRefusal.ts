import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Why a form as a whole was not taken; undefined stands for no answer at all. */
export type Refusal =
  | { __typename: "Throttled"; retryAfterSeconds: number }
  | { __typename: "WrongCredentials" }
  | { __typename: "NotLoggedIn" }
  | undefined;

export function useRefusal(): (refusal: Refusal) => string {
  const t = useMessages(messages);
  return (refusal) => {
    switch (refusal?.__typename) {
      case undefined:
        return t("noAnswer");
      case "WrongCredentials":
        return t("wrongCredentials");
      case "NotLoggedIn":
        return t("logInFirst");
      case "Throttled": {
        const seconds = refusal.retryAfterSeconds;
        if (seconds < 90) return t("throttledSeconds", { count: seconds });
        return t("throttledMinutes", { count: Math.ceil(seconds / 60) });
      }
      default:
        return refusal satisfies never;
    }
  };
}
