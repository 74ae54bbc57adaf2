import { Page, Skeleton } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function SliceNamePageSkeleton() {
  const t = useMessages(messages);
  return (
    <Page title={t("title")} busy>
      <Skeleton shape="card" lines={2} />
      <Skeleton shape="card" lines={3} />
    </Page>
  );
}
