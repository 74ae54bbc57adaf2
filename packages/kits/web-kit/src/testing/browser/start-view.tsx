import { ApolloProvider } from "@apollo/client/react";
import type { PageBoot } from "@sliceway/protocol";
import { ToastRegion } from "@sliceway/ui";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { createClient } from "../../page/create-client.ts";
import { PageRuntimeContext } from "../../page/page-runtime.ts";
import { createRemoteModules, type RemoteModule } from "../../slots/remote-modules.ts";
import { PageView } from "./PageView.tsx";
import { SlotView, type SlotViewProps } from "./SlotView.tsx";
import { createStandIn } from "./stand-in.tsx";
import { createViewLink } from "./view-link.ts";

/** What a test wants to see. */
export interface RemoteView {
  /** Whose code is in the view. */
  slice: string;
  language: string;
  boot: PageBoot;
  /** Null for a page. */
  slot: SlotViewProps | null;
}

/** Draws the view that the page's `#view` describes. `modules` are the slice's own, by their names in slice.json. */
export function startView(modules: Record<string, () => Promise<RemoteModule>>): void {
  const view: RemoteView = JSON.parse(document.getElementById("view")?.textContent ?? "");
  const runtime = createRuntime(view, modules);
  const root = document.getElementById("root");
  if (!root) throw new Error("The view has no #root.");
  createRoot(root).render(
    <ApolloProvider client={createClient(view.boot, [createViewLink()])}>
      <PageRuntimeContext value={runtime}>
        <BrowserRouter>
          <main>{view.slot ? <SlotView {...view.slot} /> : <PageView slice={view.slice} />}</main>
          <ToastRegion label="Notifications" closeLabel="Close" />
        </BrowserRouter>
      </PageRuntimeContext>
    </ApolloProvider>,
  );
}

function createRuntime(
  { slice, boot, language }: RemoteView,
  own: Record<string, () => Promise<RemoteModule>>,
) {
  const fetchModule = async (of: string, module: string): Promise<RemoteModule> => {
    if (of !== slice) return createStandIn(boot, of, module);
    const load = own[module];
    if (!load) throw new Error(`${slice} exposes no ${module}`);
    return load();
  };
  return {
    boot,
    language,
    modules: createRemoteModules(fetchModule),
    reloadAt: (path: string) => window.location.assign(path),
    rescue: async () => false,
  };
}
