import { buttonClass, Card, EmptyState } from "@sliceway/ui";
import { PageLink, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function EmptyFeed() {
  const t = useMessages(messages);
  const action = (
    <PageLink className={buttonClass({ variant: "primary" })} to="friends.search">
      {t("findPeople")}
    </PageLink>
  );
  return (
    <Card>
      <EmptyState icon="people" title={t("empty")} text={t("emptyText")} action={action} />
    </Card>
  );
}
