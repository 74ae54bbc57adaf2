import { linkClass } from "@sliceway/ui";
import { Link, useLocation, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Leads visitors to the log-in and back. */
export function LogInInvitation() {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  return (
    <Link className={linkClass()} to={`/login?next=${encodeURIComponent(pathname)}`}>
      {t("logIn")}
    </Link>
  );
}
