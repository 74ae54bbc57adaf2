import { SlicewayError } from "@sliceway/errors";
import type { Problem, Routing } from "@sliceway/protocol";

interface RefusalDetails {
  problems?: Problem[];
  /** The routing that a compare-and-set met. */
  current?: Routing;
  cause?: unknown;
}

export type RefusalCode =
  | "REQUEST_INVALID"
  | "TOKEN_MISSING"
  | "TOKEN_UNKNOWN"
  | "TOKEN_EXPIRED"
  | "TOKEN_REVOKED"
  | "TOKEN_ID_UNKNOWN"
  | "RIGHT_MISSING"
  | "SIGNATURE_MISSING"
  | "SIGNATURE_WRONG"
  | "SIGNING_KEY_UNKNOWN"
  | "SIGNING_KEY_FOREIGN"
  | "SIGNING_KEY_REVOKED"
  | "NOT_FOUND"
  | "RELEASE_UNKNOWN"
  | "VECTOR_UNKNOWN"
  | "DEPLOYMENT_UNKNOWN"
  | "RELEASE_COMMITTED"
  | "RELEASE_DIFFERS"
  | "KEY_DIFFERS"
  | "ROUTING_MOVED"
  | "NO_ROLLBACK"
  | "BELOW_ROLLBACK_FLOOR"
  | "PREVIEW_UNKNOWN"
  | "DEV_NAME_TAKEN"
  | "DEV_OVER"
  | "NO_CANARY"
  | "CANARY_RUNNING"
  | "CANARY_STAYS"
  | "RELEASE_LIVE"
  | "RELEASE_REVOKED"
  | "FENCED"
  | "FILE_TOO_LARGE"
  | "RELEASE_INVALID"
  | "VECTOR_INVALID"
  | "DEPLOYMENT_INVALID";

/** The registry says no. `message` is one sentence of what is wrong, `fix` one of what to do. */
export class Refusal extends SlicewayError {
  declare readonly code: RefusalCode;
  readonly problems: Problem[] | undefined;
  readonly current: Routing | undefined;

  constructor(code: RefusalCode, message: string, fix: string, details: RefusalDetails = {}) {
    super({ code, message, fix }, { cause: details.cause });
    this.name = "Refusal";
    this.problems = details.problems;
    this.current = details.current;
  }
}
