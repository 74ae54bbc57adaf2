import type { Release } from "@sliceway/manifest";
import type { Blame } from "./blame.ts";

/** What the page would load must be there, under a name that another release of the slice does not have. */
export function checkWeb({ id, web, files }: Release): Blame[] {
  if (!web) return [];
  const paths = new Set(files.map((file) => file.path));
  const exposed = Object.values(web.exposes).flatMap(({ js, css }) => [...js, ...css]);
  const missing = [web.entry, ...web.styles, ...exposed].filter((path) => !paths.has(`web/${path}`));
  const wrong: Blame[] = [...new Set(missing)].map((path) => ({
    code: "FILE_UNKNOWN",
    file: `web/${path}`,
    message: `The web part needs ${path}, which is not among the release's files.`,
    fix: "Build the release again.",
  }));
  // Two releases of one slice can live in one page only if their globals differ.
  if (!/^[A-Za-z_$][\w$]*$/.test(web.container) || !web.container.includes(id))
    wrong.push({
      code: "CONTAINER_WRONG",
      file: "release.json",
      message: `The container ${web.container} is not a JS identifier that carries the release's id.`,
      fix: `Name it like posts__${id}.`,
    });
  return wrong;
}
