import { Page, Skeleton } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function SearchPageSkeleton() {
  const t = useMessages(messages);
  return (
    <Page title={t("findPeople")} busy>
      <Skeleton shape="title" />
      <Skeleton shape="card" lines={2} />
    </Page>
  );
}
