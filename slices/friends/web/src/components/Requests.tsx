import { Card, Heading, Inline, Stack, Text } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import type { FriendsPageQuery } from "../pages/FriendsPage.graphql.ts";
import { AcceptFriendRequest, DeclineFriendRequest } from "./FriendshipStep.graphql.ts";
import { PersonRow } from "./PersonRow.tsx";
import { StepButton } from "./StepButton.tsx";

type RequestConnection = NonNullable<NonNullable<FriendsPageQuery["viewer"]>["friendRequests"]>;

export interface RequestsProps {
  requests: RequestConnection;
  onAnswered: () => void;
}

/** Who would like to be friends. Shows nothing if nobody asks. */
export function Requests({ requests, onAnswered }: RequestsProps) {
  const t = useMessages(messages);
  if (requests.totalCount === 0) return null;
  return (
    <Stack as="section" gap={3} label={t("requests")}>
      <Heading level={2}>{t("requests")}</Heading>
      <Text tone="muted">{t("requestCount", { count: requests.totalCount })}</Text>
      <Card padding="none">
        <ul className="friends-list">
          {requests.edges.map(({ node: { from } }) => (
            <PersonRow key={from.id} person={from}>
              <Answers userId={from.id} onAnswered={onAnswered} />
            </PersonRow>
          ))}
        </ul>
      </Card>
    </Stack>
  );
}

function Answers({ userId, onAnswered }: { userId: string; onAnswered: () => void }) {
  const t = useMessages(messages);
  return (
    <Inline gap={2}>
      <StepButton variant="primary" step={AcceptFriendRequest} userId={userId} onTaken={onAnswered}>
        {t("accept")}
      </StepButton>
      <StepButton step={DeclineFriendRequest} userId={userId} onTaken={onAnswered}>
        {t("decline")}
      </StepButton>
    </Inline>
  );
}
