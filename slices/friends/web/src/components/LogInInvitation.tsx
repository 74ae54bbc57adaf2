import { buttonClass, Card, EmptyState } from "@sliceway/ui";
import { PageLink, useLocation, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function LogInInvitation({ title }: { title: string }) {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  const action = (
    <PageLink className={buttonClass({ variant: "primary" })} to="login.logIn" search={{ next: pathname }}>
      {t("logIn")}
    </PageLink>
  );
  return (
    <Card>
      <EmptyState icon="people" title={title} action={action} />
    </Card>
  );
}
