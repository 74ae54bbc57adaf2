import { useSearchParams, useSession } from "@sliceway/web-kit";
import { nextPath } from "../next-path.ts";

/** Leads those who just logged in to where they wanted to go. */
export function useEntrance(): () => void {
  const session = useSession();
  const [search] = useSearchParams();
  return () => session.refresh(nextPath(search.get("next")));
}
