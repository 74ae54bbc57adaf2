import { Page } from "@sliceway/ui";
import { SliceUnavailable, useMessages, usePageQuery, useViewer } from "@sliceway/web-kit";
import { Timeline } from "../components/Timeline.tsx";
import { Welcome } from "../components/Welcome.tsx";
import { messages } from "../messages/messages.ts";
import { FeedPage as FeedPageDocument } from "./FeedPage.graphql.ts";

export { FeedPageSkeleton } from "./FeedPage.skeleton.tsx";

/** What friends wrote, newest first; a welcome for visitors. */
export function FeedPage() {
  const t = useMessages(messages);
  const viewer = useViewer();
  const { data, unavailable, fetchMore } = usePageQuery(FeedPageDocument);
  if (!viewer) return <Welcome />;
  return (
    <Page title={t("feed")} titleHidden>
      {data.timeline ? (
        <Timeline
          timeline={data.timeline}
          incomplete={unavailable.length > 0}
          onMore={(after) => fetchMore({ after })}
        />
      ) : (
        <SliceUnavailable title={t("away")} />
      )}
    </Page>
  );
}
