import { useMessages, usePagePath, useViewer } from "@sliceway/web-kit";
import { AccountFrame } from "../components/AccountFrame.tsx";
import { LoggedInAlready } from "../components/LoggedInAlready.tsx";
import { SignUpForm } from "../components/SignUpForm.tsx";
import { messages } from "../messages/messages.ts";

export { SignUpPageSkeleton } from "./SignUpPage.skeleton.tsx";

/** Opens an account. `?next=/path` is where one goes afterwards. */
export function SignUpPage() {
  const t = useMessages(messages);
  const viewer = useViewer();
  const other = { question: t("haveAccount"), label: t("logIn"), path: usePagePath("login.logIn") };
  if (viewer) return <LoggedInAlready title={t("signUp")} handle={viewer.handle} />;
  return (
    <AccountFrame title={t("signUp")} lead={t("signUpLead")} other={other}>
      <SignUpForm />
    </AccountFrame>
  );
}
