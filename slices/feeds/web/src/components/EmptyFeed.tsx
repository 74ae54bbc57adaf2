import { buttonClass, Card, EmptyState } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function EmptyFeed() {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to="/search">
      {t("findPeople")}
    </Link>
  );
  return (
    <Card>
      <EmptyState icon="people" title={t("empty")} text={t("emptyText")} action={action} />
    </Card>
  );
}
