import { useMessages, usePagePath, useProblemToast } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Says why a step could not be taken. */
export function useStepProblem() {
  const t = useMessages(messages);
  return useProblemToast({
    texts: {
      FriendshipConflict: t("changed"),
      NotFound: t("gone"),
      NotLoggedIn: t("logInFirst"),
      NoAnswer: t("failed"),
    },
    logIn: { label: t("logIn"), path: usePagePath("login.logIn") },
  });
}
