import { useMessages } from "@sliceway/web-kit";
import type { FriendAction_userFragment } from "../contract.graphql.ts";
import { messages } from "../messages/messages.ts";
import {
  AcceptFriendRequest,
  CancelFriendRequest,
  DeclineFriendRequest,
  SendFriendRequest,
  Unblock,
} from "./FriendshipStep.graphql.ts";
import { StepButton } from "./StepButton.tsx";

type State = NonNullable<FriendAction_userFragment["friendship"]>["state"];

/** The next steps that fit how two people stand. */
export function Steps({ userId, state }: { userId: string; state: State }) {
  const t = useMessages(messages);
  switch (state) {
    case "NONE":
      return (
        <StepButton variant="primary" icon="plus" step={SendFriendRequest} userId={userId}>
          {t("addFriend")}
        </StepButton>
      );
    case "REQUESTED_BY_VIEWER":
      return (
        <StepButton step={CancelFriendRequest} userId={userId}>
          {t("cancelRequest")}
        </StepButton>
      );
    case "REQUESTED_BY_THEM":
      return <Answer userId={userId} />;
    case "BLOCKED_BY_VIEWER":
      return (
        <StepButton step={Unblock} userId={userId}>
          {t("unblock")}
        </StepButton>
      );
    case "FRIENDS":
      return null;
    default:
      return state satisfies never;
  }
}

function Answer({ userId }: { userId: string }) {
  const t = useMessages(messages);
  return (
    <>
      <StepButton variant="primary" step={AcceptFriendRequest} userId={userId}>
        {t("accept")}
      </StepButton>
      <StepButton step={DeclineFriendRequest} userId={userId}>
        {t("decline")}
      </StepButton>
    </>
  );
}
