import { buttonClass, Inline } from "@sliceway/ui";
import { Link, useLocation, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** The way in; it leads back to the page that one is on. */
export function VisitorLinks() {
  const t = useMessages(messages);
  const { pathname, search } = useLocation();
  const atDoor = pathname === "/login" || pathname === "/signup";
  const after = atDoor ? search : searchFor(`${pathname}${search}`);
  return (
    <Inline gap={2}>
      <Link className={buttonClass({ variant: "quiet", size: "small" })} to={`/login${after}`}>
        {t("logIn")}
      </Link>
      <Link className={buttonClass({ variant: "primary", size: "small" })} to={`/signup${after}`}>
        {t("signUp")}
      </Link>
    </Inline>
  );
}

function searchFor(path: string): string {
  return path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
}
