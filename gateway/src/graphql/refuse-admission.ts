import type { Refused } from "../routing/admission.ts";
import type { Refusal } from "./refuse.ts";

const RETRY_SOON = { "retry-after": "1" };

/** Why a request's vector is not served, and what the page may do: take the live one, or try again soon. */
export function refuseAdmission(refused: Refused, live: string | undefined): Refusal {
  switch (refused) {
    case "unknown":
      return {
        status: 409,
        code: "VECTOR_UNKNOWN",
        message: "No such vector; take the live one",
        extensions: { live: live ?? null },
      };
    case "moved":
      return {
        status: 409,
        code: "VECTOR_MOVED",
        message: "The page's releases are not served any more; take the live ones",
        extensions: { vector: live ?? null },
      };
    case "failed":
    case "unreachable":
    case "busy":
      return {
        status: 503,
        code: "VECTOR_NOT_READY",
        message: "The vector cannot be made ready now",
        extensions: { reason: refused, live: live ?? null },
        headers: RETRY_SOON,
      };
    case "nothing-live":
      return { status: 503, code: "NOTHING_LIVE", message: "Nothing is deployed yet", headers: RETRY_SOON };
  }
}
