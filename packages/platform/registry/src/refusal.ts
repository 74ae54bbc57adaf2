import { type ErrorText, SlicewayError } from "@sliceway/errors";
import type { Problem, Routing } from "@sliceway/protocol";
import type { accessErrors } from "./access/access-errors.ts";
import type { publishErrors } from "./publish/publish-errors.ts";
import type { requestErrors } from "./request-errors.ts";
import type { deploymentErrors } from "./requests/deployment-errors.ts";
import type { routingErrors } from "./routing/routing-errors.ts";

interface RefusalDetails {
  problems?: Problem[];
  /** The routing that a compare-and-set met. */
  current?: Routing;
  cause?: unknown;
}

type Tables = typeof accessErrors &
  typeof deploymentErrors &
  typeof publishErrors &
  typeof requestErrors &
  typeof routingErrors;

export type RefusalCode = keyof Tables;

/** The registry says no. `fix` may be one for the case, in place of the one in the table. */
export class Refusal extends SlicewayError {
  declare readonly code: RefusalCode;
  readonly problems: Problem[] | undefined;
  readonly current: Routing | undefined;

  constructor(text: ErrorText<RefusalCode>, details: RefusalDetails = {}) {
    super(text, { cause: details.cause });
    this.name = "Refusal";
    this.problems = details.problems;
    this.current = details.current;
  }
}
