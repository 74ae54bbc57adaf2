import type { ErrorText } from "@sliceway/errors";
import { type NamedLink, type Problem, type Release, releaseRef } from "@sliceway/protocol";
import type { Project } from "../project/find-project.ts";
import { literalTexts } from "./jsx-attributes.ts";
import { LINK_WORDS, readLink } from "./list-named-links.ts";
import { readSlot, SLOT_WORDS } from "./list-named-slots.ts";
import { parseComponents } from "./parse-component.ts";
import { warnings } from "./warning-errors.ts";

/** What nothing refuses in a slice as it lies in the tree, but which may lead nowhere when it is live. */
export async function findWarnings(project: Project, release: Release): Promise<Problem[]> {
  const sliceDir = project.slices.get(release.slice);
  const unreadable = sliceDir ? await listUnreadable(sliceDir) : [];
  const foreign = (release.links ?? []).filter(({ route }) => !project.slices.has(sliceOf(route)));
  return [
    ...foreign.map((link) => warningAt(release, link, linkForeign(release, link, project))),
    ...unreadable.map((place) => warningAt(release, place, nameUnreadable(release))),
  ];
}

interface Place {
  /** Path in the slice's folder. */
  file: string;
  line: number;
}

/** Where a link or a slot has a name that only shows while the page runs. */
async function listUnreadable(sliceDir: string): Promise<Place[]> {
  const sources = await parseComponents(sliceDir, [...LINK_WORDS, ...SLOT_WORDS]);
  return sources.flatMap(({ file, nodes, lineOf }) =>
    nodes.flatMap((node) => {
      const named = readLink(node) ?? readSlot(node);
      return named && !literalTexts(named.name).isWhole ? [{ file, line: lineOf(node) }] : [];
    }),
  );
}

function linkForeign(release: Release, { route }: NamedLink, { slices }: Project): ErrorText {
  const known = [...slices.keys()].join(", ");
  return warnings.LINK_SLICE_UNKNOWN(
    `${releaseRef(release)} links to ${route} here, and no slice of this project is called "${sliceOf(route)}".`,
    { known },
  );
}

function nameUnreadable(release: Release): ErrorText {
  return warnings.NAME_UNREADABLE(
    `Which route or slot ${releaseRef(release)} names here shows only while the page runs, so nothing has checked it.`,
  );
}

function warningAt({ slice, id }: Release, { file, line }: Place, text: ErrorText): Problem {
  return { ...text, slice, release: id, operation: null, file, line };
}

function sliceOf(route: string): string {
  return route.split(".")[0] ?? "";
}
