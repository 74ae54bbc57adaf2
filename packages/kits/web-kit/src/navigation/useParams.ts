import { usePageRoute } from "../page/page-route.ts";

/** The parameters of the page's path, decoded: `{ handle: "alice" }` on `/@alice`. */
export function useParams(): Record<string, string> {
  return usePageRoute().params;
}
