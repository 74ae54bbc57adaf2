import type { Routing } from "@sliceway/protocol";
import { Refusal } from "../refusal.ts";
import { routingErrors } from "./routing-errors.ts";

export function routingMoved(current: Routing): Refusal {
  return new Refusal(
    routingErrors.ROUTING_MOVED(`Routing has moved to revision ${current.revision} meanwhile.`),
    { current },
  );
}

export function vectorUnknown(id: string): Refusal {
  return new Refusal(routingErrors.VECTOR_UNKNOWN(`There is no vector ${id}.`));
}

export function releaseRevoked(ref: string): Refusal {
  return new Refusal(routingErrors.RELEASE_REVOKED(`${ref} was revoked.`));
}

export function releaseLive(ref: string): Refusal {
  return new Refusal(routingErrors.RELEASE_LIVE(`${ref} is live and cannot be revoked.`));
}

export function noRollback(slice: string): Refusal {
  return new Refusal(routingErrors.NO_ROLLBACK(`${slice} has no earlier release that is still warm.`));
}

export function previewUnknown(name: string): Refusal {
  return new Refusal(routingErrors.PREVIEW_UNKNOWN(`There is no preview ${name}, or it is over.`, { name }));
}
