import { useMessages } from "@sliceway/web-kit";
import { AccountFrame } from "../components/AccountFrame.tsx";
import { LogInForm } from "../components/LogInForm.tsx";
import { messages } from "../messages/messages.ts";

export function LogInPage() {
  const t = useMessages(messages);
  const other = { question: t("newHere"), label: t("signUp"), to: "/signup" };
  return (
    <AccountFrame title={t("logIn")} lead={t("logInLead")} other={other}>
      <LogInForm />
    </AccountFrame>
  );
}
