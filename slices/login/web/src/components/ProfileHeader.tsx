import { Avatar, buttonClass, Card, Heading, Text } from "@sliceway/ui";
import { type FragmentType, PageLink, Slot, useFragment, useMessages, useViewer } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { ProfileFacts } from "./ProfileFacts.tsx";
import { ProfileHeader_user } from "./ProfileHeader.graphql.ts";
import "./ProfileHeader.css";

/** Who this is, and what the viewer can do: be friends, or edit oneself. */
export function ProfileHeader({ user }: { user: FragmentType<typeof ProfileHeader_user> }) {
  const viewer = useViewer();
  const { data: person } = useFragment({ fragment: ProfileHeader_user, from: user });
  if (!person) return null;
  const name = person.name ?? person.handle ?? "";
  return (
    <Card padding="large">
      <div className="login-profile">
        <Avatar id={person.id} name={name} url={person.avatarUrl} size="huge" />
        <div className="login-profile-text">
          <Heading level={1}>{name}</Heading>
          <Text tone="muted">@{person.handle}</Text>
          {person.bio && <Text keepLines>{person.bio}</Text>}
          <ProfileFacts person={person} />
        </div>
        {viewer?.id === person.id ? <EditLink /> : <Slot name="person.action" of={person} />}
      </div>
    </Card>
  );
}

function EditLink() {
  const t = useMessages(messages);
  return (
    <PageLink className={buttonClass({ size: "small" })} to="login.settings">
      {t("editProfile")}
    </PageLink>
  );
}
