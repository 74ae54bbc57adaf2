import { buttonClass, Card, EmptyState } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function LogInInvitation({ title }: { title: string }) {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to="/login">
      {t("logIn")}
    </Link>
  );
  return (
    <Card>
      <EmptyState icon="people" title={title} action={action} />
    </Card>
  );
}
