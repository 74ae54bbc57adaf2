import { SlicewayError } from "@sliceway/errors";
import type { ErrorBody } from "../api/error-body.ts";
import type { Problem } from "../deployment.ts";
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
    super(body.error.code, body.error.message, body.error.fix, options);
    this.name = "RegistryError";
    this.status = status;
    this.problems = body.error.problems ?? [];
    this.current = body.current ?? null;
  }
}

export function registryUnreachable(url: string, cause: unknown): RegistryError {
  const error = {
    code: "REGISTRY_UNREACHABLE",
    message: `The registry at ${url} does not answer.`,
    fix: "Start the platform, or correct REGISTRY_URL.",
  };
  return new RegistryError(0, { error }, { cause });
}

/** An answer that is not the registry's: a proxy's page, say. */
export function registryStrange(url: string, status: number, cause: unknown): RegistryError {
  const error = {
    code: "REGISTRY_STRANGE",
    message: `What answers at ${url} is not a registry of this version (HTTP ${status}).`,
    fix: "Correct REGISTRY_URL, or bring registry and client to one version.",
  };
  return new RegistryError(status, { error }, { cause });
}
