import { useLanguage, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export interface ProfileFactsProps {
  /** Null where the slice that counts is away. */
  person: { createdAt: string | null; postCount: number | null; friendCount: number | null };
}

export function ProfileFacts({ person: { createdAt, postCount, friendCount } }: ProfileFactsProps) {
  const t = useMessages(messages);
  const month = new Intl.DateTimeFormat(useLanguage(), { year: "numeric", month: "long" });
  return (
    <div className="login-profile-facts">
      {postCount !== null && <span>{t("postCount", { count: postCount })}</span>}
      {friendCount !== null && <span>{t("friendCount", { count: friendCount })}</span>}
      {createdAt && <span>{t("joined", { date: month.format(new Date(createdAt)) })}</span>}
    </div>
  );
}
