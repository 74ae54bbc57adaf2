import { SlicewayError } from "@sliceway/errors";
import type { ErrorBody } from "@sliceway/protocol/api";
import type { Logger } from "@sliceway/service-kit";
import type { ErrorRequestHandler } from "express";
import { Refusal, type RefusalCode } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";

const STATUS: Record<RefusalCode, number> = {
  REQUEST_INVALID: 400,
  TOKEN_MISSING: 401,
  TOKEN_UNKNOWN: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REVOKED: 401,
  RIGHT_MISSING: 403,
  SIGNING_KEY_UNKNOWN: 403,
  SIGNING_KEY_FOREIGN: 403,
  SIGNING_KEY_REVOKED: 403,
  NOT_FOUND: 404,
  TOKEN_ID_UNKNOWN: 404,
  RELEASE_UNKNOWN: 404,
  VECTOR_UNKNOWN: 404,
  DEPLOYMENT_UNKNOWN: 404,
  RELEASE_COMMITTED: 409,
  RELEASE_DIFFERS: 409,
  KEY_DIFFERS: 409,
  ROUTING_MOVED: 409,
  NO_ROLLBACK: 409,
  BELOW_ROLLBACK_FLOOR: 409,
  PREVIEW_UNKNOWN: 404,
  DEV_NAME_TAKEN: 409,
  DEV_OVER: 410,
  NO_CANARY: 409,
  CANARY_RUNNING: 409,
  CANARY_STAYS: 409,
  RELEASE_LIVE: 409,
  RELEASE_REVOKED: 409,
  FENCED: 409,
  FILE_TOO_LARGE: 413,
  SIGNATURE_MISSING: 422,
  SIGNATURE_WRONG: 422,
  RELEASE_INVALID: 422,
  VECTOR_INVALID: 422,
  DEPLOYMENT_INVALID: 422,
  FAILED: 500,
};

/** The one place that turns errors into answers. */
export function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    // An upload was broken off: nobody is there to hear an answer.
    if (request.destroyed && !request.complete) {
      log.info({ url: request.originalUrl }, "an upload was broken off");
      return;
    }
    const [status, body] = describe(error);
    if (status >= 500)
      log.error({ err: error, method: request.method, url: request.originalUrl }, "a request failed");
    // An upload that is refused halfway: say so, then end it.
    if (!request.complete) response.set("connection", "close");
    if (response.headersSent) response.destroy();
    else response.status(status).json(body);
  };
}

function describe(error: unknown): [number, ErrorBody] {
  if (error instanceof Refusal) {
    const { code, message, fix, problems, current } = error;
    return [STATUS[code], { error: { code, message, fix, problems }, current }];
  }
  if (error instanceof SlicewayError)
    return [503, { error: { code: error.code, message: error.message, fix: error.fix } }];
  return isClientError(error) ? [error.status, requestInvalid(error.message)] : [STATUS.FAILED, failed];
}

/** What express's body parser throws. */
function isClientError(error: unknown): error is { status: number; message: string } {
  const status = (error as { status?: unknown } | null)?.status;
  return error instanceof Error && typeof status === "number" && status >= 400 && status < 500;
}

function requestInvalid(message: string): ErrorBody {
  return { error: requestErrors.REQUEST_INVALID(message) };
}

const failed: ErrorBody = { error: requestErrors.FAILED("The registry failed.") };
