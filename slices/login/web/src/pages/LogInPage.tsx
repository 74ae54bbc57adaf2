import { useMessages, usePagePath, useViewer } from "@sliceway/web-kit";
import { AccountFrame } from "../components/AccountFrame.tsx";
import { LoggedInAlready } from "../components/LoggedInAlready.tsx";
import { LogInForm } from "../components/LogInForm.tsx";
import { messages } from "../messages/messages.ts";

export { LogInPageSkeleton } from "./LogInPage.skeleton.tsx";

/** Opens a session. `?next=/path` is where one goes afterwards. */
export function LogInPage() {
  const t = useMessages(messages);
  const viewer = useViewer();
  const other = { question: t("newHere"), label: t("signUp"), path: usePagePath("login.signUp") };
  if (viewer) return <LoggedInAlready title={t("logIn")} handle={viewer.handle} />;
  return (
    <AccountFrame title={t("logIn")} lead={t("logInLead")} other={other}>
      <LogInForm />
    </AccountFrame>
  );
}
