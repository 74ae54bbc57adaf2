import { useMessages } from "@sliceway/web-kit";
import { AccountFrame } from "../components/AccountFrame.tsx";
import { SignUpForm } from "../components/SignUpForm.tsx";
import { messages } from "../messages/messages.ts";

export function SignUpPage() {
  const t = useMessages(messages);
  const other = { question: t("haveAccount"), label: t("logIn"), to: "/login" };
  return (
    <AccountFrame title={t("signUp")} lead={t("signUpLead")} other={other}>
      <SignUpForm />
    </AccountFrame>
  );
}
