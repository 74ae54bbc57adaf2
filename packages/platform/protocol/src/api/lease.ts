import { z } from "zod";
import { releaseIdSchema } from "../release.ts";
import { instanceSchema } from "../routing.ts";

const instanceState = instanceSchema.shape.state;

/** A server that asks to be listed: `PUT /v1/leases`. */
export const leaseRequestSchema = z.strictObject({
  slice: z.string(),
  release: releaseIdSchema,
  instance: z.string().min(1).max(200),
  url: z.url(),
  state: instanceState,
});

export type LeaseRequest = z.infer<typeof leaseRequestSchema>;

export const heartbeatSchema = z.strictObject({
  epoch: z.number().int(),
  state: instanceState,
  /** Resident memory of the process; the registry asks pages of old releases to move when there is too much of it. */
  memoryBytes: z.number().int().positive().optional(),
  /** While the release is not live: waits so long for the moment at which it may be, before it answers. */
  waitMs: z.number().int().min(0).max(5_000).optional(),
});

export type Heartbeat = z.infer<typeof heartbeatSchema>;

/**
 * The lease ends `ttlMs` after now. `liveSince` is the routing revision that made this instance's release the live one
 * of its slice; null while it is not.
 */
export const renewedLeaseSchema = z.object({ ttlMs: z.number(), liveSince: z.number().int().nullable() });

export type RenewedLease = z.infer<typeof renewedLeaseSchema>;

export const openedLeaseSchema = renewedLeaseSchema.extend({ epoch: z.number().int() });

export type OpenedLease = z.infer<typeof openedLeaseSchema>;
