import { posix } from "node:path";
import type { Import } from "./imports.ts";

/** A file of the repository, path relative to its root with forward slashes. */
export interface SourceFile {
  path: string;
  imports: Import[];
}

/** Where a file lives: a slice's part, the shell, the gateway, or a package. */
type Place = { kind: "slice"; slice: string; part: string } | { kind: "platform"; folder: string };

/** Every import that breaks the dependency rule of docs/architecture.md, as `file: reason`. */
export function findViolations(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((item) => {
      const reason = breach(placeOf(file.path), targetOf(file.path, item.from), item);
      return reason ? [`${file.path}: imports "${item.from}": ${reason}`] : [];
    }),
  );
}

function breach(from: Place | null, to: Place | null, item: Import): string | null {
  if (!from || !to) return null;
  if (from.kind === "platform")
    return to.kind === "slice" ? "the platform knows no slice" : platformBreach(from, to);
  if (to.kind === "platform") {
    return to.folder.startsWith("packages/") ? null : `a slice imports packages/*, never ${to.folder}`;
  }
  return sliceBreach(from, to, item);
}

function platformBreach(from: Place & { kind: "platform" }, to: Place & { kind: "platform" }): string | null {
  const intoApp = to.folder === "gateway" || to.folder === "shell";
  return intoApp && from.folder !== to.folder ? `only ${to.folder} itself imports its files` : null;
}

function sliceBreach(
  from: Place & { kind: "slice" },
  to: Place & { kind: "slice" },
  item: Import,
): string | null {
  if (from.slice !== to.slice) {
    if (to.part !== "contract") return `of another slice only contract/ may be imported, not ${to.part}/`;
    return item.typeOnly ? null : "another slice's contract is imported with `import type`";
  }
  const crosses = from.part !== to.part && to.part !== "contract";
  return crosses ? `${from.part}/ never imports ${to.part}/` : null;
}

function placeOf(path: string): Place | null {
  const [top, second = "", third = ""] = path.split("/");
  if (top === "slices") return { kind: "slice", slice: second, part: third };
  if (top === "shell" || top === "gateway") return { kind: "platform", folder: top };
  return top === "packages" ? { kind: "platform", folder: `packages/${second}/${third}` } : null;
}

/** Resolves relative specifiers and `@sliceway/*` names to a place; foreign packages give null. */
function targetOf(file: string, specifier: string): Place | null {
  if (specifier.startsWith(".")) return placeOf(posix.join(posix.dirname(file), specifier));
  const name = /^@sliceway\/([\w-]+)/.exec(specifier)?.[1];
  if (!name) return null;
  const part = /^(.+)-(contract|server|web)$/.exec(name);
  if (part?.[1] && part[2]) return { kind: "slice", slice: part[1], part: part[2] };
  return placeOf(name === "shell" || name === "gateway" ? name : `packages/*/${name}`);
}
