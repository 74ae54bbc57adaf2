import { Card, Icon, Skeleton, Text } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import "./PostAway.css";

/** Holds the place of a post whose content cannot be had now. Whoever asked for it asks again by itself. */
export function PostAway() {
  const t = useMessages(messages);
  return (
    <Card as="article" label={t("postAway")}>
      <div className="posts-away">
        <Skeleton lines={2} still />
        <div className="posts-away-words">
          <Icon name="refresh" size="small" />
          <Text as="span" size="small">
            {t("postAway")}
          </Text>
        </div>
      </div>
    </Card>
  );
}
