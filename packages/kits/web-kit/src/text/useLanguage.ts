import { usePageRuntime } from "../page/page-runtime.ts";

/** The language that the page is shown in: `en`, `ko`. */
export function useLanguage(): string {
  return usePageRuntime().language;
}
