import { Page, Skeleton } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function SignUpPageSkeleton() {
  const t = useMessages(messages);
  return (
    <Page title={t("signUp")} lead={t("signUpLead")} width="narrow" busy>
      <Skeleton shape="card" lines={6} />
    </Page>
  );
}
