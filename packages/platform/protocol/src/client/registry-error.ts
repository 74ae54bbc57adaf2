import { SlicewayError } from "@sliceway/errors";
import type { ErrorBody } from "../api/error-body.ts";
import type { Problem } from "../deployment.ts";
import { errors } from "../errors.ts";
import type { Routing } from "../routing.ts";

/**
 * The registry refused, or could not be reached (status 0, code `REGISTRY_UNREACHABLE`).
 * `problems` says which slices stand in the way; `current` is the routing that a compare-and-set met.
 */
export class RegistryError extends SlicewayError {
  readonly status: number;
  readonly problems: Problem[];
  readonly current: Routing | null;

  constructor(status: number, body: ErrorBody, options?: ErrorOptions) {
    super(body.error, options);
    this.name = "RegistryError";
    this.status = status;
    this.problems = body.error.problems ?? [];
    this.current = body.current ?? null;
  }
}

export function registryUnreachable(url: string, cause: unknown): RegistryError {
  const error = errors.REGISTRY_UNREACHABLE(`The registry at ${url} does not answer.`);
  return new RegistryError(0, { error }, { cause });
}

/** An answer that is not the registry's: a proxy's page, say. */
export function registryStrange(url: string, status: number, cause: unknown): RegistryError {
  const error = errors.REGISTRY_STRANGE(
    `What answers at ${url} is not a registry of this version (HTTP ${status}).`,
  );
  return new RegistryError(status, { error }, { cause });
}
