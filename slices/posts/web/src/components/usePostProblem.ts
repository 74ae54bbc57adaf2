import { useMessages, usePagePath, useProblemToast } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Says why something could not be done to a post or a comment. */
export function usePostProblem() {
  const t = useMessages(messages);
  return useProblemToast({
    texts: { NotLoggedIn: t("logInFirst"), NotFound: t("gone"), NoAnswer: t("failed") },
    logIn: { label: t("logIn"), path: usePagePath("login.logIn") },
  });
}
