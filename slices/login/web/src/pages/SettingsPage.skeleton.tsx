import { Page, Skeleton } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function SettingsPageSkeleton() {
  const t = useMessages(messages);
  return (
    <Page title={t("settings")} busy>
      <Skeleton shape="card" lines={6} />
      <Skeleton shape="card" lines={4} />
    </Page>
  );
}
