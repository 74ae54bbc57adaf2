import { Page, Stack } from "@sliceway/ui";
import { SliceUnavailable, useMessages, usePageQuery } from "@sliceway/web-kit";
import { EntryComposer } from "../components/EntryComposer.tsx";
import { EntryList } from "../components/EntryList.tsx";
import { messages } from "../messages/messages.ts";
import { SliceNamePage as SliceNamePageDocument } from "./SliceNamePage.graphql.ts";

export { SliceNamePageSkeleton } from "./SliceNamePage.skeleton.tsx";

/** What people added, newest first, and the place to add something. */
export function SliceNamePage() {
  const t = useMessages(messages);
  const { data, fetchMore, refetch } = usePageQuery(SliceNamePageDocument);
  const entries = data.sliceNameEntries;
  return (
    <Page title={t("title")}>
      {entries ? (
        <Stack>
          <EntryComposer onAdded={() => void refetch()} />
          <EntryList entries={entries} onMore={(after) => fetchMore({ after })} />
        </Stack>
      ) : (
        <SliceUnavailable title={t("away")} />
      )}
    </Page>
  );
}
