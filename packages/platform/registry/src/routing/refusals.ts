import type { Routing } from "@sliceway/protocol";
import { Refusal } from "../refusal.ts";

export function routingMoved(current: Routing): Refusal {
  return new Refusal(
    "ROUTING_MOVED",
    `Routing has moved to revision ${current.revision} meanwhile.`,
    "Look at what is live now and try again from there.",
    { current },
  );
}

export function vectorUnknown(id: string): Refusal {
  return new Refusal("VECTOR_UNKNOWN", `There is no vector ${id}.`, "Make it from its releases first.");
}

export function releaseRevoked(ref: string): Refusal {
  return new Refusal(
    "RELEASE_REVOKED",
    `${ref} was revoked.`,
    "Build and deploy a release that has its fault mended.",
  );
}

export function releaseLive(ref: string): Refusal {
  return new Refusal(
    "RELEASE_LIVE",
    `${ref} is live and cannot be revoked.`,
    "Roll it back or deploy another release of the slice first.",
  );
}

export function noRollback(slice: string): Refusal {
  return new Refusal(
    "NO_ROLLBACK",
    `${slice} has no earlier release that is still warm.`,
    "Deploy the release you want to go back to.",
  );
}

export function previewUnknown(name: string): Refusal {
  return new Refusal(
    "PREVIEW_UNKNOWN",
    `There is no preview ${name}, or it is over.`,
    `Open it: sliceway deploy <slice> --preview ${name}.`,
  );
}
