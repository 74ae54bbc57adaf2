import { Badge, Inline } from "@sliceway/ui";
import { type FragmentType, useFragment, useMessages } from "@sliceway/web-kit";
import { FriendAction_user } from "../contract.graphql.ts";
import { messages } from "../messages/messages.ts";
import { FriendshipMenu } from "./FriendshipMenu.tsx";
import { Steps } from "./Steps.tsx";

export interface FriendActionProps {
  of: FragmentType<typeof FriendAction_user>;
}

/** What can be done between the viewer and a person. Nothing for oneself, for visitors, or while it is not known. */
export function FriendAction({ of }: FriendActionProps) {
  const t = useMessages(messages);
  const { data: person } = useFragment({ fragment: FriendAction_user, from: of });
  if (!person?.friendship) return null;
  const { state } = person.friendship;
  const blocked = state === "BLOCKED_BY_VIEWER";
  return (
    <Inline gap={2} align="center">
      {state === "FRIENDS" && <Badge tone="accent">{t("isFriend")}</Badge>}
      {state === "REQUESTED_BY_VIEWER" && <Badge>{t("requested")}</Badge>}
      <Steps userId={person.id} state={state} />
      {!blocked && (
        <FriendshipMenu userId={person.id} name={person.name ?? ""} areFriends={state === "FRIENDS"} />
      )}
    </Inline>
  );
}
