import { forgetDraftsOf } from "../drafts/draft-store.ts";
import { usePageRuntime } from "../page/page-runtime.ts";

export interface Session {
  /**
   * Takes note that somebody logged in or out: goes to the path with a new page, so that nothing that the last
   * viewer saw or wrote stays.
   */
  refresh(path?: string): void;
}

export function useSession(): Session {
  const { boot, reloadAt } = usePageRuntime();
  return {
    refresh(path = "/") {
      forgetDraftsOf(boot.viewer?.id);
      reloadAt(path);
    },
  };
}
