import { buttonClass, Card, EmptyState } from "@sliceway/ui";
import { Link, useLocation, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function LogInInvitation({ title }: { title: string }) {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to={`/login?next=${encodeURIComponent(pathname)}`}>
      {t("logIn")}
    </Link>
  );
  return (
    <Card>
      <EmptyState icon="people" title={title} action={action} />
    </Card>
  );
}
