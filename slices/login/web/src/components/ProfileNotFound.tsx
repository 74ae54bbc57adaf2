import { buttonClass, Card, EmptyState, Page } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function ProfileNotFound({ handle }: { handle: string }) {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to={`/search?q=${encodeURIComponent(handle)}`}>
      {t("findPeople")}
    </Link>
  );
  return (
    <Page title={t("profileOf", { handle })} titleHidden>
      <Card>
        <EmptyState
          icon="search"
          title={t("notFound", { handle })}
          text={t("notFoundText")}
          action={action}
        />
      </Card>
    </Page>
  );
}
