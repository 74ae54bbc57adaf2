import { usePageRuntime } from "../page/page-runtime.ts";

export interface Session {
  /**
   * Takes note that somebody logged in or out: goes to the path with a new page, so that nothing that the last
   * viewer saw stays in memory.
   */
  refresh(path?: string): void;
}

export function useSession(): Session {
  const { reloadAt } = usePageRuntime();
  return { refresh: (path = "/") => reloadAt(path) };
}
