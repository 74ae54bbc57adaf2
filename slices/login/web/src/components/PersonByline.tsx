import { Avatar } from "@sliceway/ui";
import { type FragmentType, PageLink, useFragment, useMessages } from "@sliceway/web-kit";
import type { ReactNode } from "react";
import { PersonByline_user } from "../contract.graphql.ts";
import { messages } from "../messages/messages.ts";
import "./PersonByline.css";

export { PersonBylineSkeleton } from "./PersonByline.skeleton.tsx";

export interface PersonBylineProps {
  of: FragmentType<typeof PersonByline_user>;
}

/** Picture, name and handle of a person, leading to their profile. */
export function PersonByline({ of }: PersonBylineProps) {
  const t = useMessages(messages);
  const { data: person } = useFragment({ fragment: PersonByline_user, from: of });
  if (!person) return null;
  const { id, handle, avatarUrl } = person;
  const name = person.name ?? handle ?? t("someone");
  return (
    <ProfileLink handle={handle}>
      <Avatar id={id} name={name} url={avatarUrl} />
      <span className="login-byline-text">
        <span className="login-byline-name">{name}</span>
        {handle && <span className="login-byline-handle">@{handle}</span>}
      </span>
    </ProfileLink>
  );
}

/** Without a handle (this slice's server is away) there is nowhere to lead to; the colours still tell who it is. */
function ProfileLink({ handle, children }: { handle: string | null; children: ReactNode }) {
  if (!handle) return <span className="login-byline">{children}</span>;
  return (
    <PageLink className="login-byline" to="login.profile" params={{ handle }}>
      {children}
    </PageLink>
  );
}
