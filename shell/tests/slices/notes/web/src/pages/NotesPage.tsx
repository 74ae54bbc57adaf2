import { Button } from "@sliceway/ui";
import { Link, SliceUnavailable, Slot, usePageQuery } from "@sliceway/web-kit";
import { AddNote } from "../components/AddNote.tsx";
import { NotesPage as NotesPageDocument } from "./NotesPage.graphql.ts";

export function NotesPage() {
  const { data, fetchMore } = usePageQuery(NotesPageDocument);
  if (!data.notes) return <SliceUnavailable title="No notes right now" />;
  const { edges, pageInfo } = data.notes;
  return (
    <>
      <h1>All notes</h1>
      <AddNote />
      <ul>
        {edges.map(({ node }) => (
          <li key={node?.id}>
            {node?.text} <Slot name="person.badge" of={node?.author ?? null} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <Button onPress={() => void fetchMore({ after: pageInfo.endCursor })}>More</Button>
      )}
      <Link to="/by/@alice">Alice's</Link> <Link to="/nowhere">Nowhere</Link>
    </>
  );
}

export function NotesPageSkeleton() {
  return <p data-testid="skeleton">Notes are coming</p>;
}
