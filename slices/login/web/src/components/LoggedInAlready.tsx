import { buttonClass, Card, EmptyState } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Stands where somebody who is logged in asked to log in or sign up. */
export function LoggedInAlready({ handle }: { handle: string }) {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to="/">
      {t("toFeed")}
    </Link>
  );
  return (
    <Card>
      <EmptyState icon="check" title={t("loggedInAs", { handle })} action={action} />
    </Card>
  );
}
