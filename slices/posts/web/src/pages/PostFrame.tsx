import { Icon, iconButtonClass, Page } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import type { ReactNode } from "react";
import { messages } from "../messages/messages.ts";

/** What stays while the post itself comes and goes: title and the way back. */
export function PostFrame({ busy, children }: { busy?: boolean; children: ReactNode }) {
  const t = useMessages(messages);
  const back = (
    <Link className={iconButtonClass()} to="/" aria-label={t("back")}>
      <Icon name="back" />
    </Link>
  );
  return (
    <Page title={t("post")} back={back} busy={busy}>
      {children}
    </Page>
  );
}
