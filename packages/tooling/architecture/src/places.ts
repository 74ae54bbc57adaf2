import { posix } from "node:path";

/** What the dependency rule tells apart: the parts of a slice, the two apps, the packages of the platform, the groups of packages. */
export type Place =
  | "contract"
  | "server"
  | "web"
  | "shell"
  | "gateway"
  | "cli"
  | "runtime"
  | "registry"
  | "protocol"
  | "kits"
  | "errors"
  | "tooling"
  | "proof";

/** Where a file lives. */
export interface Location {
  place: Place;
  /** The folder of its package: `packages/kits/ui`, `slices/posts/server`. */
  folder: string;
  /** The slice that it belongs to, or null. */
  slice: string | null;
}

/** A package of the repository: `@sliceway/ui`, `packages/kits/ui`. */
export interface PackageFolder {
  name: string;
  folder: string;
}

/** What `sliceway new` writes is a slice, wherever it waits for that. */
const TEMPLATE = /^packages\/platform\/cli\/templates\/slice\//;

/** The place of a file (path from the root, forward slashes), or null outside of all places. */
export function locate(path: string): Location | null {
  const [top = "", second = "", third = ""] = path.replace(TEMPLATE, "slices/template/").split("/");
  if (top === "shell" || top === "gateway") return { place: top, folder: top, slice: null };
  const folder = `${top}/${second}/${third}`;
  if (top === "slices") return isPart(third) ? { place: third, folder, slice: second } : null;
  const place = top === "packages" && third ? placeOfPackage(second, third) : null;
  return place && { place, folder, slice: null };
}

/** The place that an import of `file` names; null for packages that are not ours. */
export function locateImport(
  file: string,
  specifier: string,
  packages: readonly PackageFolder[],
): Location | null {
  if (specifier.startsWith(".")) return locate(posix.join(posix.dirname(file), specifier));
  const name = specifier.split("/").slice(0, 2).join("/");
  const found = packages.find((item) => item.name === name);
  return found ? locate(`${found.folder}/`) : null;
}

/** Tests, and what only tests load. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)(tests|testing|e2e|gallery)\//.test(path.replace("packages/proof/e2e/", ""));
}

function isPart(name: string): name is "contract" | "server" | "web" {
  return name === "contract" || name === "server" || name === "web";
}

function placeOfPackage(group: string, name: string): Place | null {
  if (group === "platform") return isPlatform(name) ? name : null;
  if (name === "errors") return "errors";
  return group === "kits" || group === "tooling" || group === "proof" ? group : null;
}

function isPlatform(name: string): name is "cli" | "runtime" | "registry" | "protocol" {
  return name === "cli" || name === "runtime" || name === "registry" || name === "protocol";
}
