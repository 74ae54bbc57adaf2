import { happeningOf, type Problem, type Release, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";
import type { Misfit } from "./find-misfits.ts";

/** Two releases whose events do not fit. */
export interface Parties {
  reader: Release;
  teller: Release;
  /** The one of the two whose team is told. */
  blamed: Release;
  /** Why the other one runs, or an empty text if both are to go live together. */
  why: string;
}

/** The problem in words: whose, with whom, which type and field, and the way out. */
export function misfitProblem(misfit: Misfit, parties: Parties): Problem {
  const { reader, teller, blamed, why } = parties;
  const runs = why === "" ? "" : ` (${why})`;
  const names = {
    reader: `${releaseRef(reader)}${blamed === reader ? "" : runs}`,
    teller: `${releaseRef(teller)}${blamed === teller ? "" : runs}`,
  };
  const file = blamed === reader ? "slice.json" : "contract/events";
  const place = { slice: blamed.slice, release: blamed.id, file, line: null };
  return problemAt(place, { ...describe(misfit, names), fix: wayOut(misfit, parties) });
}

function describe(misfit: Misfit, { reader, teller }: { reader: string; teller: string }) {
  switch (misfit.kind) {
    case "untold":
      return {
        code: "EVENT_UNTOLD",
        message: `${reader} reads ${misfit.reads.join(", ")}, which ${teller} does not tell.`,
      };
    case "version": {
      const { reads, tells } = misfit;
      const message = `${reader} reads ${reads.join(", ")}; ${teller} tells only ${tells.join(", ")}.`;
      return { code: "EVENT_VERSION_UNREAD", message };
    }
    case "field": {
      const { type, finding } = misfit;
      const field = finding.path === "" ? "The data" : `The field ${finding.path}`;
      const message = `${field} of ${type}, as ${teller} tells it, ${finding.what}; ${reader} reads it.`;
      return { code: "EVENT_FIELD_UNFIT", message };
    }
    default:
      return misfit satisfies never;
  }
}

/** Of two that are to be live together nobody knows whose team asks. */
function wayOut(misfit: Misfit, { reader, teller, blamed, why }: Parties): string {
  const forTeller = `In ${teller.slice}: ${tellSo(misfit, reader)}.`;
  const forReader = `In ${reader.slice}: ${readSo(misfit, teller)}.`;
  if (why === "") return `One of these. ${forTeller} ${forReader}`;
  return blamed === teller ? forTeller : forReader;
}

function tellSo(misfit: Misfit, { slice }: Release): string {
  if (misfit.kind === "field")
    return `leave ${misfit.type} as it was and tell the new form in its next version beside it, until nobody reads ${misfit.type}`;
  return `tell ${misfit.reads.at(-1)} too, beside newer versions, until no release of ${slice} that runs reads only that`;
}

function readSo(misfit: Misfit, { slice }: Release): string {
  switch (misfit.kind) {
    case "untold":
      return `deploy it after or together with a release of ${slice} that tells ${happeningOf(misfit.reads[0] ?? "")}`;
    case "version":
      return `read ${misfit.tells[0]} too and upcast it, until no release of ${slice} runs that tells nothing newer`;
    case "field":
      return `read of ${misfit.type} what ${slice} tells`;
    default:
      return misfit satisfies never;
  }
}
