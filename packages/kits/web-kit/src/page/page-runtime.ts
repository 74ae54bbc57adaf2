import type { PageBoot } from "@sliceway/protocol";
import { createContext, useContext } from "react";
import type { RemoteModules } from "../slots/remote-modules.ts";

/** What a page has one of. The shell makes it; hooks and slots read it. */
export interface PageRuntime {
  boot: PageBoot;
  /** The language that texts are shown in: `en`, `ko`. */
  language: string;
  modules: RemoteModules;
  /** Goes to a path with a new page: new viewer, new vector, empty cache. */
  reloadAt(path: string): void;
  /**
   * Takes note that code of a slice failed, and leads the page to releases without it. Resolves to false if there
   * are none: then the part that failed says so.
   */
  rescue(slice: string, error: unknown): Promise<boolean>;
}

export const PageRuntimeContext = createContext<PageRuntime | null>(null);

export function usePageRuntime(): PageRuntime {
  const runtime = useContext(PageRuntimeContext);
  if (!runtime) throw new Error("There is no page around this component; render it inside <PageProvider>.");
  return runtime;
}
