import { isTest, type Location, locate, locateImport, type PackageFolder, type Place } from "./places.ts";
import type { Import } from "./read-imports.ts";

/** A file of the repository, path relative to its root with forward slashes. */
export interface SourceFile {
  path: string;
  imports: Import[];
}

/**
 * Who may import whom, besides a package its own files. docs/architecture.md draws this table. A slice's server and
 * page import another slice's contract as types only; nobody imports gateway and shell: they are started and served.
 */
export const dependencyRule: Record<Place, readonly Place[]> = {
  contract: [],
  server: ["contract", "kits", "protocol", "errors"],
  web: ["contract", "kits", "protocol", "errors"],
  shell: ["kits", "protocol", "errors"],
  gateway: ["kits", "protocol", "errors"],
  cli: ["runtime", "kits", "protocol", "errors"],
  runtime: ["kits", "protocol", "errors"],
  registry: ["kits", "protocol", "errors"],
  kits: ["kits", "protocol", "errors"],
  protocol: ["errors"],
  errors: [],
  tooling: ["tooling", "cli", "runtime", "registry", "kits", "protocol", "errors"],
  proof: ["proof", "tooling", "cli", "runtime", "registry", "kits", "protocol", "errors"],
};

/** What the table does not draw, and why it is so. */
export const exceptions: { file: RegExp; imports: string; why: string }[] = [
  {
    file: /^slices\/[^/]+\/server\/src\/seed\.ts$/,
    imports: "@sliceway/demo-network",
    why: "slices seed one and the same network of people",
  },
  {
    file: /^packages\/platform\/cli\/src\/up\/welcome\.ts$/,
    imports: "@sliceway/demo-network",
    why: "a first start says as whom one can log in",
  },
];

/** Every import that breaks the dependency rule, as `file: imports "x": reason`. Tests may import every package. */
export function findViolations(files: SourceFile[], packages: readonly PackageFolder[]): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((item) => {
      const reason = isException(file.path, item.from) ? null : breach(file.path, item, packages);
      return reason ? [`${file.path}: imports "${item.from}": ${reason}`] : [];
    }),
  );
}

function breach(path: string, item: Import, packages: readonly PackageFolder[]): string | null {
  const from = locate(path);
  const to = locateImport(path, item.from, packages);
  if (!to || from?.folder === to.folder) return null;
  if (item.from.startsWith(".")) return "another package is imported by its name";
  if (to.slice && from?.slice !== to.slice) return otherSlice(from, to, item);
  if (!from || isTest(path)) return isApp(to.place) ? `nobody imports the ${to.place}` : null;
  const allowed = dependencyRule[from.place];
  return allowed.includes(to.place)
    ? null
    : `${from.place} imports ${allowed.join(", ") || "nothing"}, never ${to.place}`;
}

function otherSlice(from: Location | null, to: Location, item: Import): string | null {
  if (!from?.slice) return "only a slice imports another one's contract";
  if (to.place !== "contract") return `of another slice only contract/ may be imported, not ${to.place}/`;
  return item.typeOnly ? null : "another slice's contract is imported with `import type`";
}

function isApp(place: Place): boolean {
  return place === "gateway" || place === "shell";
}

function isException(path: string, specifier: string): boolean {
  return exceptions.some(({ file, imports }) => file.test(path) && imports === specifier);
}
