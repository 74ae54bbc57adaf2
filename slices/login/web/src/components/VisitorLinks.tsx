import { buttonClass, Inline } from "@sliceway/ui";
import { PageLink, useLocation, useMessages, usePagePath } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** The way in; it leads back to the page that one is on. */
export function VisitorLinks() {
  const t = useMessages(messages);
  const { pathname, search } = useLocation();
  const doors = [usePagePath("login.logIn"), usePagePath("login.signUp")];
  const next = doors.includes(pathname)
    ? Object.fromEntries(new URLSearchParams(search))
    : nextAt(`${pathname}${search}`);
  return (
    <Inline gap={2}>
      <PageLink className={buttonClass({ variant: "quiet", size: "small" })} to="login.logIn" search={next}>
        {t("logIn")}
      </PageLink>
      <PageLink
        className={buttonClass({ variant: "primary", size: "small" })}
        to="login.signUp"
        search={next}
      >
        {t("signUp")}
      </PageLink>
    </Inline>
  );
}

function nextAt(path: string): Record<string, string> {
  return path === "/" ? {} : { next: path };
}
