import { errors } from "../errors.ts";
import type { RefusedBecause } from "../routing/admission.ts";
import type { Refusal } from "./refuse.ts";

const RETRY_SOON = { "retry-after": "1" };

/** Why a request's vector is not served, and what the page may do: take the live one, or try again soon. */
export function refuseAdmission(why: RefusedBecause, live: string | undefined): Refusal {
  switch (why) {
    case "unknown":
      return {
        status: 409,
        ...errors.VECTOR_UNKNOWN("No such vector; take the live one"),
        extensions: { live: live ?? null },
      };
    case "moved":
      return {
        status: 409,
        ...errors.VECTOR_MOVED("The page's releases are not served any more; take the live ones"),
        extensions: { vector: live ?? null },
      };
    case "failed":
    case "unreachable":
    case "busy":
      return {
        status: 503,
        ...errors.VECTOR_NOT_READY("The vector cannot be made ready now"),
        extensions: { reason: why, live: live ?? null },
        headers: RETRY_SOON,
      };
    case "nothing-live":
      return { status: 503, ...errors.NOTHING_LIVE("Nothing is deployed yet"), headers: RETRY_SOON };
  }
}
