import { Card, EmptyState, Page, Skeleton, Stack } from "@sliceway/ui";
import { SliceUnavailable, useMessages, usePageQuery, useSearchParams, useViewer } from "@sliceway/web-kit";
import { Suspense } from "react";
import { LogInInvitation } from "../components/LogInInvitation.tsx";
import { PeopleList } from "../components/PeopleList.tsx";
import { SearchField } from "../components/SearchField.tsx";
import { messages } from "../messages/messages.ts";
import { SearchPage as SearchPageDocument } from "./SearchPage.graphql.ts";

export { SearchPageSkeleton } from "./SearchPage.skeleton.tsx";

/** Finds people by name or handle. */
export function SearchPage() {
  const t = useMessages(messages);
  const viewer = useViewer();
  return (
    <Page title={t("findPeople")}>
      {viewer ? (
        <Stack gap={4}>
          <SearchField />
          <Suspense fallback={<Skeleton shape="card" lines={2} />}>
            <Results />
          </Suspense>
        </Stack>
      ) : (
        <LogInInvitation title={t("logInSearch")} />
      )}
    </Page>
  );
}

function Results() {
  const t = useMessages(messages);
  const [parameters] = useSearchParams();
  const text = parameters.get("q")?.trim() ?? "";
  const { data, fetchMore } = usePageQuery(SearchPageDocument);
  if (text === "") return <Hint title={t("searchHint")} text={t("searchHintText")} />;
  const people = data.searchPeople;
  if (!people) return <SliceUnavailable title={t("searchAway")} />;
  if (people.edges.length === 0) return <Hint title={t("nobody")} text={t("nobodyText", { text })} />;
  return <PeopleList label={t("results")} people={people} onMore={(after) => fetchMore({ after })} />;
}

function Hint({ title, text }: { title: string; text: string }) {
  return (
    <Card>
      <EmptyState icon="search" title={title} text={text} />
    </Card>
  );
}
