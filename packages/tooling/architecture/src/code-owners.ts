/**
 * The text of CODEOWNERS: a slice's folder and pipeline belong to the `owner` in its slice.json, a team of the same
 * organization; all else belongs to the shell's. (The last line that fits a path counts.)
 */
export function codeOwners(files: readonly string[], read: (path: string) => string): string {
  const ownerOf = (path: string) => `@sliceway/${JSON.parse(read(path)).owner}`;
  const slices = files.flatMap((path) => /^slices\/([^/]+)\/slice\.json$/.exec(path)?.[1] ?? []);
  const lines = slices.toSorted().flatMap((slice) => {
    const owner = ownerOf(`slices/${slice}/slice.json`);
    return [`/slices/${slice}/ ${owner}`, `/.github/workflows/slice-${slice}.yml ${owner}`];
  });
  const head = ["# Made from the owners in slice.json: npm run papers", `* ${ownerOf("shell/slice.json")}`];
  return [...head, ...lines, ""].join("\n");
}
