import { happeningOf, type Problem, type Release, releaseRef } from "@sliceway/manifest";
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
export function misfitProblem(misfit: Misfit, { reader, teller, blamed, why }: Parties): Problem {
  const runs = why === "" ? "" : ` (${why})`;
  const names = {
    reader: `${releaseRef(reader)}${blamed === reader ? "" : runs}`,
    teller: `${releaseRef(teller)}${blamed === teller ? "" : runs}`,
  };
  const file = blamed === reader ? "slice.json" : "contract/events";
  const place = { slice: blamed.slice, release: blamed.id, file, line: null };
  return problemAt(place, { ...describe(misfit, names), fix: wayOut(misfit, { reader, teller, blamed }) });
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

function wayOut(misfit: Misfit, { reader, teller, blamed }: Omit<Parties, "why">): string {
  const isTeller = blamed === teller;
  if (misfit.kind === "field") {
    return isTeller
      ? `Leave ${misfit.type} as it was and tell the new form in its next version beside it, until nobody reads ${misfit.type}.`
      : `Read of ${misfit.type} what ${teller.slice} tells, or deploy a ${teller.slice} release first that tells it so.`;
  }
  const [oldest] = misfit.reads.slice(-1);
  if (isTeller)
    return `Go on telling ${oldest}, beside newer versions, until no release of ${reader.slice} that runs reads only that.`;
  if (misfit.kind === "untold")
    return `Deploy a ${teller.slice} release that tells ${happeningOf(oldest ?? "")} first or together with it, or take it out of slice.json.`;
  return `Read ${misfit.tells[0]} too and upcast it, until no ${teller.slice} release runs that tells nothing newer.`;
}
