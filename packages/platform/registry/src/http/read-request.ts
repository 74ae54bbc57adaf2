import { releaseIdSchema, sliceManifestSchema } from "@sliceway/protocol";
import type { Request, Response } from "express";
import { z } from "zod";
import type { Caller } from "../access/caller.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";

const releaseKeySchema = z.object({ slice: sliceManifestSchema.shape.name, id: releaseIdSchema });

/** Parses what came with a request; throws `REQUEST_INVALID` with every mistake. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const message = z.prettifyError(result.error).replaceAll("\n", " ");
  throw new Refusal(requestErrors.REQUEST_INVALID(`The request is malformed: ${message}`));
}

/** The release that a path names. */
export function parseReleaseKey({ params }: Request): { slice: string; id: string } {
  return parseInput(releaseKeySchema, { slice: params.slice, id: params.id });
}

/** Who sent a guarded request. */
export function callerOf({ locals }: Response): Caller {
  const { caller } = locals as { caller?: Caller };
  if (!caller) throw new Error("a route asks who calls, and has no guard");
  return caller;
}

/** Name of the token that a guarded request came with. */
export function whoOf(response: Response): string {
  return callerOf(response).name;
}
