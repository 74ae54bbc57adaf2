import { showToast } from "@sliceway/ui";
import { useMessages, useNavigate, usePagePath } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export type Problem = "NotLoggedIn" | "NotFound" | "NoAnswer";

/** Says why something could not be done, where there is no field to say it at. */
export function useProblemToast(): (problem: Problem) => void {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const logIn = usePagePath("login.logIn");
  return (problem) => {
    switch (problem) {
      case "NotLoggedIn":
        return showToast({
          text: t("logInFirst"),
          actionLabel: t("logIn"),
          onAction: () => void navigate(logIn),
        });
      case "NotFound":
        return showToast({ text: t("gone") });
      case "NoAnswer":
        return showToast({ text: t("failed"), tone: "danger" });
      default:
        return problem satisfies never;
    }
  };
}
