import { buttonClass, Card, EmptyState, Page, Stack } from "@sliceway/ui";
import { PageLink, SliceUnavailable, useMessages, usePageQuery, useViewer } from "@sliceway/web-kit";
import { LogInInvitation } from "../components/LogInInvitation.tsx";
import { PeopleList } from "../components/PeopleList.tsx";
import { Requests } from "../components/Requests.tsx";
import { messages } from "../messages/messages.ts";
import { FriendsPage as FriendsPageDocument, type FriendsPageQuery } from "./FriendsPage.graphql.ts";

export { FriendsPageSkeleton } from "./FriendsPage.skeleton.tsx";

/** Who asks to be friends, and who is. */
export function FriendsPage() {
  const t = useMessages(messages);
  const viewer = useViewer();
  const { data, fetchMore, refetch } = usePageQuery(FriendsPageDocument);
  const requests = data.viewer?.friendRequests;
  if (!viewer) {
    return (
      <Page title={t("friends")}>
        <LogInInvitation title={t("logInTitle")} />
      </Page>
    );
  }
  return (
    <Page title={t("friends")} action={<FindPeople />}>
      <Stack gap={6}>
        {requests && <Requests requests={requests} onAnswered={() => void refetch()} />}
        <Friends friends={data.viewer?.friends ?? null} onMore={(after) => fetchMore({ after })} />
      </Stack>
    </Page>
  );
}

type FriendConnection = NonNullable<FriendsPageQuery["viewer"]>["friends"];

interface FriendsProps {
  friends: FriendConnection;
  onMore: (after: string | null) => Promise<unknown>;
}

function Friends({ friends, onMore }: FriendsProps) {
  const t = useMessages(messages);
  if (!friends) return <SliceUnavailable title={t("friendsAway")} />;
  if (friends.edges.length > 0) return <PeopleList label={t("friends")} people={friends} onMore={onMore} />;
  return (
    <Card>
      <EmptyState icon="people" title={t("noFriends")} text={t("noFriendsText")} action={<FindPeople />} />
    </Card>
  );
}

function FindPeople() {
  const t = useMessages(messages);
  return (
    <PageLink className={buttonClass({ variant: "secondary" })} to="friends.search">
      {t("findPeople")}
    </PageLink>
  );
}
