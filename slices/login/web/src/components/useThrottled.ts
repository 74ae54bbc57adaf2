import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

/** Says how long to wait after too many attempts, as exactly as it matters. */
export function useThrottled(): (seconds: number) => string {
  const t = useMessages(messages);
  return (seconds) =>
    seconds < 90 ? t("throttled", { seconds }) : t("throttledMinutes", { minutes: Math.ceil(seconds / 60) });
}
