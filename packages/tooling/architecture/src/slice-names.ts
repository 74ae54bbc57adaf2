/**
 * Places where a platform source names a slice, as `file:line: name`. A name counts when it stands alone between
 * quotes or slashes, as in `"posts"` or `"/posts/"`, or begins the name of a route, as in `"posts.post"`.
 */
export function findSliceNames(files: { path: string; source: string }[], slices: string[]): string[] {
  const names = slices.join("|");
  const name = new RegExp(`["'\`/](${names})["'\`/]|["'\`](${names})\\.[a-z]`);
  return files.flatMap(({ path, source }) =>
    source.split("\n").flatMap((line, index) => {
      const found = isComment(line) ? null : name.exec(line);
      return found ? [`${path}:${index + 1}: names the slice "${found[1] ?? found[2]}"`] : [];
    }),
  );
}

function isComment(line: string): boolean {
  return /^\s*(\/\/|\/?\*)/.test(line);
}
