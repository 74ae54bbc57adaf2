import { linkClass } from "@sliceway/ui";
import { PageLink, useLocation, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Leads visitors to the log-in and back. */
export function LogInInvitation() {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  return (
    <PageLink className={linkClass()} to="identity-slice.logIn" search={{ next: pathname }}>
      {t("logIn")}
    </PageLink>
  );
}
