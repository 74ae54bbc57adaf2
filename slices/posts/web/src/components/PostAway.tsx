import { ErrorNotice } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Holds the place of a post whose content cannot be had now. Whoever asked for it asks again by itself. */
export function PostAway() {
  const t = useMessages(messages);
  return <ErrorNotice title={t("postAway")} text={t("postAwayText")} />;
}
