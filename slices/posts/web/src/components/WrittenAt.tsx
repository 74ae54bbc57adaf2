import { linkClass, Text } from "@sliceway/ui";
import { formatTime, Link, useLanguage } from "@sliceway/web-kit";
import "./WrittenAt.css";

export interface WrittenAtProps {
  /** ISO 8601 */
  at: string;
  /** The page of what was written. */
  to?: string;
}

/** When something was written: "5 minutes ago"; the exact time on pointing at it. */
export function WrittenAt({ at, to }: WrittenAtProps) {
  const language = useLanguage();
  const exact = new Date(at).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  const time = (
    <Text as="time" size="small" tone="muted" dateTime={at}>
      {formatTime(at, { language })}
    </Text>
  );
  return (
    <span className="posts-written-at" title={exact}>
      {to ? (
        <Link to={to} className={linkClass("quiet")}>
          {time}
        </Link>
      ) : (
        time
      )}
    </span>
  );
}
