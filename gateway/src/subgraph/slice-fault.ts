import { errors } from "undici";
import type { UnavailableReason } from "./unavailable.ts";

/** A call to an instance that brought no usable answer. */
export class SliceFault extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, options?: ErrorOptions) {
    super(`The instance gave no answer: ${reason}`, options);
    this.reason = reason;
  }

  /** Another instance may well answer: this one was not there, or was on its way out. */
  get mayRetry(): boolean {
    return this.reason === "connect" || this.reason === "reset" || this.reason === "draining";
  }

  /** The caller's own doing says nothing about the instance. */
  get isInstanceFault(): boolean {
    return this.reason !== "cancelled";
  }
}

const REASONS: Record<string, UnavailableReason> = {
  ECONNREFUSED: "connect",
  EHOSTUNREACH: "connect",
  ENOTFOUND: "connect",
  EAI_AGAIN: "connect",
  UND_ERR_CONNECT_TIMEOUT: "connect",
  ECONNRESET: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  // The table let go of an instance that the registry no longer lists.
  UND_ERR_CLOSED: "draining",
  UND_ERR_DESTROYED: "draining",
};

/** Says what a failed HTTP call means; `signal` tells a passed deadline from a client that left. */
export function readFault(error: unknown, signal: AbortSignal): SliceFault {
  if (error instanceof SliceFault) return error;
  if (signal.aborted) return new SliceFault(signal.reason === "deadline" ? "deadline" : "cancelled");
  const code = error instanceof errors.UndiciError || error instanceof Error ? codeOf(error) : "";
  return new SliceFault(REASONS[code] ?? "malformed", { cause: error });
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
