/**
 * Places where a source spells the path of a slice's route out, as `file:line: path`: code names routes
 * (`login.logIn`) instead. A path counts where a text begins with all of it, up to its first parameter.
 */
export function findRoutePaths(files: { path: string; source: string }[], routes: string[]): string[] {
  const starts = routes.map(fixedPart).filter((start) => start !== "/");
  const spelt = new RegExp(`["'\`](${starts.map(escapeForRegExp).join("|")})(?=["'\`/?#$]|(?<=[/@])\\w)`);
  return files.flatMap(({ path, source }) =>
    source.split("\n").flatMap((line, index) => {
      const found = isComment(line) ? null : spelt.exec(line);
      return found ? [`${path}:${index + 1}: spells out ${found[1]}`] : [];
    }),
  );
}

/** `/posts/:id` is `/posts/`, `/@:handle` is `/@`. */
function fixedPart(route: string): string {
  return route.split(":")[0] ?? "";
}

function escapeForRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function isComment(line: string): boolean {
  return /^\s*(\/\/|\/?\*)/.test(line);
}
