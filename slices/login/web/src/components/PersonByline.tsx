import { Avatar } from "@sliceway/ui";
import { type FragmentType, RouteLink, useFragment } from "@sliceway/web-kit";
import { PersonByline_user } from "../contract.graphql.ts";
import "./PersonByline.css";

export { PersonBylineSkeleton } from "./PersonByline.skeleton.tsx";

export interface PersonBylineProps {
  of: FragmentType<typeof PersonByline_user>;
}

/** Picture, name and handle of a person, leading to their profile. */
export function PersonByline({ of }: PersonBylineProps) {
  const { data: person } = useFragment({ fragment: PersonByline_user, from: of });
  if (!person?.handle) return null;
  const name = person.name ?? person.handle;
  return (
    <RouteLink className="login-byline" route="/@:handle" params={{ handle: person.handle }}>
      <Avatar id={person.id} name={name} url={person.avatarUrl} />
      <span className="login-byline-text">
        <span className="login-byline-name">{name}</span>
        <span className="login-byline-handle">@{person.handle}</span>
      </span>
    </RouteLink>
  );
}
