import { buttonClass, Card, EmptyState, Page } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Visitors have no settings; they are led to the log-in and back. */
export function SettingsForMembers() {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to="/login?next=/settings">
      {t("logIn")}
    </Link>
  );
  return (
    <Page title={t("settings")}>
      <Card>
        <EmptyState icon="settings" title={t("logInFirst")} text={t("logInForSettings")} action={action} />
      </Card>
    </Page>
  );
}
