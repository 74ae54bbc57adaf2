import { buttonClass, Card, Column, EmptyState, Stack } from "@sliceway/ui";
import { Link, SliceUnavailable, Slot, useMessages, usePageQuery, useParams } from "@sliceway/web-kit";
import { ProfileHeader } from "../components/ProfileHeader.tsx";
import { messages } from "../messages/messages.ts";
import { ProfilePage as ProfilePageDocument } from "./ProfilePage.graphql.ts";

export { ProfilePageSkeleton } from "./ProfilePage.skeleton.tsx";

/** A person and what they wrote. */
export function ProfilePage() {
  const t = useMessages(messages);
  const { handle = "" } = useParams();
  const { data, unavailable } = usePageQuery(ProfilePageDocument);
  if (!data.user && unavailable.length === 0) return <Nobody />;
  return (
    <Column>
      <Stack>
        {data.user ? <ProfileHeader user={data.user} /> : <SliceUnavailable title={t("away")} />}
        <Slot key={handle} name="person.posts" handle={handle} />
      </Stack>
    </Column>
  );
}

function Nobody() {
  const t = useMessages(messages);
  const action = (
    <Link className={buttonClass({ variant: "primary" })} to="/">
      {t("toFeed")}
    </Link>
  );
  return (
    <Column>
      <Card>
        <EmptyState icon="person" title={t("nobody")} text={t("nobodyText")} action={action} />
      </Card>
    </Column>
  );
}
