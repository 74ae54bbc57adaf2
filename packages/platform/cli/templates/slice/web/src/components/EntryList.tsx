import { Card, EmptyState, LoadMore } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import type { SliceNamePageQuery } from "../pages/SliceNamePage.graphql.ts";
import { EntryItem } from "./EntryItem.tsx";

export interface EntryListProps {
  entries: NonNullable<SliceNamePageQuery["sliceNameEntries"]>;
  onMore: (after: string | null) => Promise<unknown>;
}

/** Entries, one below the other. */
export function EntryList({ entries: { edges, pageInfo }, onMore }: EntryListProps) {
  const t = useMessages(messages);
  if (edges.length === 0) return <NoEntries />;
  return (
    <Card padding="none">
      <ul className="slice-name-list" aria-label={t("entries")}>
        {edges.map(({ node }) => (
          <EntryItem key={node.id} entry={node} />
        ))}
      </ul>
      {pageInfo.hasNextPage && <LoadMore auto label={t("more")} onLoad={() => onMore(pageInfo.endCursor)} />}
    </Card>
  );
}

function NoEntries() {
  const t = useMessages(messages);
  return (
    <Card>
      <EmptyState icon="comment" title={t("empty")} text={t("emptyText")} />
    </Card>
  );
}
