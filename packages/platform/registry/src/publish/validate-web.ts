import type { Release } from "@sliceway/protocol";
import type { Blame } from "./blame.ts";
import { releaseErrors } from "./release-errors.ts";

/** What the page would load must be there, under a name that another release of the slice does not have. */
export function validateWeb({ id, dev, web, files }: Release): Blame[] {
  if (!web) return [];
  const paths = new Set(files.map((file) => file.path));
  const exposed = Object.values(web.exposes).flatMap(({ js, css }) => [...js, ...css]);
  const needed = dev ? [] : [web.entry, ...web.styles, ...exposed];
  const missing = needed.filter((path) => !paths.has(`web/${path}`));
  const wrong: Blame[] = [...new Set(missing)].map((path) => ({
    ...releaseErrors.FILE_UNKNOWN(`The web part needs ${path}, which is not among the release's files.`),
    file: `web/${path}`,
  }));
  // Of these alone the page has hashes, and what has none it might load unchecked.
  for (const path of needed.filter((name) => !/\.(js|css)$/.test(name)))
    wrong.push({
      ...releaseErrors.FILE_UNCHECKED(`Pages could not tell whether ${path} was tampered with.`),
      file: `web/${path}`,
    });
  // Two releases of one slice can live in one page only if their globals differ.
  if (!/^[A-Za-z_$][\w$]*$/.test(web.container) || !web.container.includes(dev ?? id))
    wrong.push({
      ...releaseErrors.CONTAINER_WRONG(
        `The container ${web.container} is not a JS identifier that carries the release's id.`,
        { id },
      ),
      file: "release.json",
    });
  return wrong;
}
