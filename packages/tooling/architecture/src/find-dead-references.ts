import { posix } from "node:path";

/** What a text may lead to. */
export interface Known {
  /** Files of the repository, from its root. */
  files: ReadonlySet<string>;
  /** Their folders. */
  folders: ReadonlySet<string>;
  /** What can be imported: `@sliceway/protocol/client`. */
  imports: ReadonlySet<string>;
  /** Names of `npm run`. */
  scripts: ReadonlySet<string>;
  /** The headings of a text, as links name them. */
  anchorsOf(path: string): ReadonlySet<string>;
}

interface Text {
  path: string;
  text: string;
}

/** Links, paths in backticks, imports and `npm run` in a Markdown text that lead nowhere, as `file: "reference"`. */
export function findDeadReferences({ path, text }: Text, known: Known): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const dead = [
    ...list(prose, /\]\(([^)\s]+)\)/g).filter((link) => !leads(link, path, known)),
    ...list(prose, /`([^`\s]+)`/g).filter((quoted) => isPath(quoted, known) && !isThere(quoted, path, known)),
    ...list(text, /(@sliceway\/[\w-]+(?:\/[\w.-]*[\w-])*)/g).filter((name) => !isOurs(name, known)),
    ...list(text, /npm run (?:-s )?([\w:]+)/g).filter((script) => !known.scripts.has(script)),
  ];
  return dead.map((reference) => `${path}: "${reference}"`);
}

/** What links name the headings of a Markdown text by. */
export function listAnchors(text: string): Set<string> {
  const headings = list(text, /^#+ (.+)$/gm);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function leads(link: string, from: string, known: Known): boolean {
  if (/^[a-z]+:/.test(link)) return true;
  const [target = "", anchor] = link.split("#");
  const path = target === "" ? from : posix.join(posix.dirname(from), target).replace(/\/$/, "");
  if (!known.files.has(path) && !known.folders.has(path)) return false;
  return anchor === undefined || known.anchorsOf(path).has(anchor);
}

/** A path from the root or from the text's package; not one with parts that stand for something, nor what is generated. */
function isPath(text: string, known: Known): boolean {
  if (!/^(packages|gateway|shell|slices|docs|\.github|src|tests)\/[\w@./*-]+$/.test(text)) return false;
  const slice = /^slices\/([\w-]+)/.exec(text)?.[1] ?? /\/slice-([\w-]+)\.yml$/.exec(text)?.[1];
  return !/\.\.\.|\.(events|graphql)\.ts$/.test(text) && (!slice || isSlice(slice, known));
}

/** Also what an example imports of a slice that is only there. */
function isOurs(name: string, known: Known): boolean {
  const slice = /^@sliceway\/(.+)-(contract|server|web)(\/|$)/.exec(name)?.[1];
  return known.imports.has(name) || (slice !== undefined && !isSlice(slice, known));
}

function isSlice(name: string, { folders }: Known): boolean {
  return folders.has(`slices/${name}`);
}

function isThere(text: string, from: string, { files, folders }: Known): boolean {
  const target = text.replace(/\/$/, "");
  return [target, posix.join(posix.dirname(from), target)].some((path) =>
    path.includes("*") ? matchesAny(path, files) : files.has(path) || folders.has(path),
  );
}

function matchesAny(glob: string, files: ReadonlySet<string>): boolean {
  const pattern = glob
    .replaceAll(".", "\\.")
    .replaceAll("**", "\0")
    .replaceAll("*", "[^/]*")
    .replaceAll("\0", ".*");
  const expression = new RegExp(`^${pattern}(/|$)`);
  return [...files].some((file) => expression.test(file));
}

function list(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = ""]) => found);
}
