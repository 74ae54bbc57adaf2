import { buttonClass, Card, EmptyState } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { PostFrame } from "./PostFrame.tsx";

export function PostNotFound() {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to="/">
      {t("toFeed")}
    </Link>
  );
  return (
    <PostFrame>
      <Card>
        <EmptyState icon="search" title={t("notFound")} text={t("notFoundText")} action={action} />
      </Card>
    </PostFrame>
  );
}
