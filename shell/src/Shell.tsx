import { ApolloProvider } from "@apollo/client/react";
import { FailureBoundary, PageRuntimeContext } from "@sliceway/web-kit/host";
import { BrowserRouter } from "react-router";
import type { Page } from "./create-page.ts";
import { Layout } from "./layout/Layout.tsx";
import { useReturnToPlace } from "./move/useReturnToPlace.ts";
import { PageOutlet } from "./page/PageOutlet.tsx";
import { PageSkeleton } from "./page/PageSkeleton.tsx";

export function Shell({ page }: { page: Page }) {
  const { runtime, client } = page;
  const shell = runtime.boot.slices.find(({ role }) => role === "shell")?.slice ?? "";
  useReturnToPlace();
  return (
    <ApolloProvider client={client}>
      <PageRuntimeContext value={runtime}>
        <FailureBoundary
          mend={async () => window.location.reload()}
          rescue={(error) => runtime.rescue(shell, error)}
          waiting={<PageSkeleton />}
        >
          <BrowserRouter>
            <Layout>
              <PageOutlet />
            </Layout>
          </BrowserRouter>
        </FailureBoundary>
      </PageRuntimeContext>
    </ApolloProvider>
  );
}
