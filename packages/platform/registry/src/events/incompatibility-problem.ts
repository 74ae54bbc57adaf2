import type { ErrorText } from "@sliceway/errors";
import { happeningOf, type Problem, type Release, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";
import { eventErrors } from "./event-errors.ts";
import type { Incompatibility } from "./find-incompatibilities.ts";

/** Two releases whose events are incompatible. */
export interface Parties {
  consumer: Release;
  publisher: Release;
  /** The one of the two whose team is told. */
  blamed: Release;
  /** Why the other one runs, or an empty text if both are to go live together. */
  why: string;
}

/** The problem in words: whose, with whom, which type and field, and the way out. */
export function incompatibilityProblem(found: Incompatibility, parties: Parties): Problem {
  const { consumer, publisher, blamed, why } = parties;
  const runs = why === "" ? "" : ` (${why})`;
  const names = {
    source: publisher.slice,
    consumer: `${releaseRef(consumer)}${blamed === consumer ? "" : runs}`,
    publisher: `${releaseRef(publisher)}${blamed === publisher ? "" : runs}`,
  };
  const file = blamed === consumer ? "slice.json" : "contract/events";
  const place = { slice: blamed.slice, release: blamed.id, file, line: null };
  return problemAt(place, { ...describe(found, names), fix: wayOut(found, parties) });
}

interface Names {
  source: string;
  consumer: string;
  publisher: string;
}

function describe(found: Incompatibility, { source, consumer, publisher }: Names): ErrorText {
  switch (found.kind) {
    case "untold":
      return eventErrors.EVENT_UNTOLD(
        `${consumer} reads ${found.reads.join(", ")}, which ${publisher} does not tell.`,
        { source },
      );
    case "version": {
      const { reads, publishes } = found;
      const message = `${consumer} reads ${reads.join(", ")}; ${publisher} tells only ${publishes.join(", ")}.`;
      return eventErrors.EVENT_VERSION_UNREAD(message);
    }
    case "field": {
      const { type, finding } = found;
      const field = finding.path === "" ? "The data" : `The field ${finding.path}`;
      const message = `${field} of ${type}, as ${publisher} tells it, ${finding.what}; ${consumer} reads it.`;
      return eventErrors.EVENT_FIELD_UNFIT(message);
    }
    default:
      return found satisfies never;
  }
}

/** Of two that are to be live together nobody knows whose team asks. */
function wayOut(found: Incompatibility, { consumer, publisher, blamed, why }: Parties): string {
  const forPublisher = `In ${publisher.slice}: ${publishSo(found, consumer)}.`;
  const forConsumer = `In ${consumer.slice}: ${readSo(found, publisher)}.`;
  if (why === "") return `One of these. ${forPublisher} ${forConsumer}`;
  return blamed === publisher ? forPublisher : forConsumer;
}

function publishSo(found: Incompatibility, { slice }: Release): string {
  if (found.kind === "field")
    return `leave ${found.type} as it was and tell the new form in its next version beside it, until nobody reads ${found.type}`;
  return `tell ${found.reads.at(-1)} too, beside newer versions, until no release of ${slice} that runs reads only that`;
}

function readSo(found: Incompatibility, { slice }: Release): string {
  switch (found.kind) {
    case "untold":
      return `deploy it after or together with a release of ${slice} that tells ${happeningOf(found.reads[0] ?? "")}`;
    case "version":
      return `read ${found.publishes[0]} too and upcast it, until no release of ${slice} runs that tells nothing newer`;
    case "field":
      return `read of ${found.type} what ${slice} tells`;
    default:
      return found satisfies never;
  }
}
