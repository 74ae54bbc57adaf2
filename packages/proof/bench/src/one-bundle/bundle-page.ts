import type { VectorSlice } from "@sliceway/protocol";

/**
 * A page as the gateway made it, with the scripts and styles of another build in place of the shell's. Preload links go:
 * they name the remotes' files. Tags only: within the page's JSON every `<` is escaped.
 *
 * @param path where the other build's files are served, `/s/shell/one/`
 */
export function bundlePage(
  html: string,
  { slice, release }: Pick<VectorSlice, "slice" | "release">,
  path: string,
): string {
  return html.replace(/<(?:link|script)\b[^>]*>/g, (tag) => {
    if (tag.includes('rel="preload"')) return "";
    return tag.replace(`/s/${slice}/${release}/`, path).replace(/ integrity="[^"]*"/, "");
  });
}
