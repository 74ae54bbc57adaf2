import { ErrorNotice } from "@sliceway/ui";
import { useState } from "react";
import { QueryFailed } from "../query/query-failed.ts";
import { isPassing } from "../query/query-problems.ts";
import { useRecovery } from "../query/useRecovery.ts";
import { useMessages } from "../text/useMessages.ts";
import { isCodeFault } from "./is-code-fault.ts";
import { messages } from "./messages.ts";

export interface FailureNoticeProps {
  error: unknown;
  /** At a press. Rejects if the failure is still there. */
  retry: () => Promise<void>;
  /** By itself, from time to time. */
  recover: () => Promise<void>;
}

/** Says that a part failed, tries again at a press, and by itself where the failure may pass. */
export function FailureNotice({ error, retry, recover }: FailureNoticeProps) {
  const t = useMessages(messages);
  const [retrying, setRetrying] = useState(false);
  const away = error instanceof QueryFailed && isPassing(error.cause);
  useRecovery(away || isCodeFault(error), recover);
  const press = () => {
    setRetrying(true);
    void retry().catch(() => setRetrying(false));
  };
  return (
    <ErrorNotice
      title={away ? t("away") : t("failed")}
      text={away ? t("awayText") : t("failedText")}
      retryLabel={t("retry")}
      onRetry={press}
      retrying={retrying}
    />
  );
}
