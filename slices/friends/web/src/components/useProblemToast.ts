import { showToast } from "@sliceway/ui";
import { useMessages, useNavigate, usePagePath } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export type Problem = "FriendshipConflict" | "NotFound" | "NotLoggedIn" | "NoAnswer";

/** Says why a step could not be taken. */
export function useProblemToast(): (problem: Problem) => void {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const logIn = usePagePath("login.logIn");
  return (problem) => {
    switch (problem) {
      case "FriendshipConflict":
        return showToast({ text: t("changed") });
      case "NotFound":
        return showToast({ text: t("gone") });
      case "NotLoggedIn":
        return showToast({
          text: t("logInFirst"),
          actionLabel: t("logIn"),
          onAction: () => void navigate(logIn),
        });
      case "NoAnswer":
        return showToast({ text: t("failed"), tone: "danger" });
      default:
        return problem satisfies never;
    }
  };
}
