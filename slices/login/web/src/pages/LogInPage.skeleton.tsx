import { Page, Skeleton } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function LogInPageSkeleton() {
  const t = useMessages(messages);
  return (
    <Page title={t("logIn")} lead={t("logInLead")} width="narrow" busy>
      <Skeleton shape="card" lines={4} />
    </Page>
  );
}
