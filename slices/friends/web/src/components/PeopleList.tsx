import { Card, LoadMore } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { FriendAction, type FriendActionProps } from "./FriendAction.tsx";
import { PersonRow } from "./PersonRow.tsx";
import "./PersonRow.css";

type Person = FriendActionProps["of"] & { id: string };

export interface PeopleListProps {
  label: string;
  people: {
    edges: { node: Person | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  onMore: (after: string | null) => Promise<unknown>;
}

/** People, one below the other, each with what can be done. */
export function PeopleList({ label, people: { edges, pageInfo }, onMore }: PeopleListProps) {
  const t = useMessages(messages);
  const people = edges.flatMap(({ node }) => node ?? []);
  return (
    <Card padding="none">
      <ul className="friends-list" aria-label={label}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person}>
            <FriendAction of={person} />
          </PersonRow>
        ))}
      </ul>
      {pageInfo.hasNextPage && <LoadMore auto label={t("more")} onLoad={() => onMore(pageInfo.endCursor)} />}
    </Card>
  );
}
