import { buttonClass, Inline } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export function VisitorLinks() {
  const t = useMessages(messages);
  return (
    <Inline gap={2}>
      <Link className={buttonClass({ variant: "quiet", size: "small" })} to="/login">
        {t("logIn")}
      </Link>
      <Link className={buttonClass({ variant: "primary", size: "small" })} to="/signup">
        {t("signUp")}
      </Link>
    </Inline>
  );
}
