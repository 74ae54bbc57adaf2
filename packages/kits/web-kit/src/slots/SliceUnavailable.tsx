import { ErrorNotice } from "@sliceway/ui";
import { useMessages } from "../text/useMessages.ts";
import { messages } from "./messages.ts";

export interface SliceUnavailableProps {
  /** What is missing, in the reader's language: "Comments are not available right now". */
  title?: string;
}

/** Stands where a slice that is away left nulls. The query that brought them repeats itself. */
export function SliceUnavailable({ title }: SliceUnavailableProps) {
  const t = useMessages(messages);
  return <ErrorNotice title={title ?? t("away")} text={t("awayText")} />;
}
