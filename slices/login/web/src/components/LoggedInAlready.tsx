import { buttonClass, Card, EmptyState, Page } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Stands where somebody who is logged in came to log in or sign up. */
export function LoggedInAlready({ title, handle }: { title: string; handle: string }) {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to="/">
      {t("toFeed")}
    </Link>
  );
  return (
    <Page title={title} titleHidden width="narrow">
      <Card>
        <EmptyState icon="check" title={t("loggedInAlready", { handle })} action={action} />
      </Card>
    </Page>
  );
}
