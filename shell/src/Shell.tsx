import { ApolloProvider } from "@apollo/client/react";
import { PageRuntimeContext } from "@sliceway/web-kit/host";
import { BrowserRouter } from "react-router";
import type { Page } from "./create-page.ts";
import { Layout } from "./layout/Layout.tsx";
import { PageOutlet } from "./page/PageOutlet.tsx";

export function Shell({ page }: { page: Page }) {
  return (
    <ApolloProvider client={page.client}>
      <PageRuntimeContext value={page.runtime}>
        <BrowserRouter>
          <Layout>
            <PageOutlet />
          </Layout>
        </BrowserRouter>
      </PageRuntimeContext>
    </ApolloProvider>
  );
}
