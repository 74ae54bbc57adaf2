import { releaseIdSchema, sliceManifestSchema } from "@sliceway/protocol";
import type { Request } from "express";
import { z } from "zod";
import { Refusal } from "../refusal.ts";

const releaseKeySchema = z.object({ slice: sliceManifestSchema.shape.name, id: releaseIdSchema });

/** Parses what came with a request; throws `REQUEST_INVALID` with every mistake. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const message = z.prettifyError(result.error).replaceAll("\n", " ");
  throw new Refusal(
    "REQUEST_INVALID",
    `The request is malformed: ${message}`,
    "Correct the request and send it again.",
  );
}

/** The release that a path names. */
export function parseReleaseKey({ params }: Request): { slice: string; id: string } {
  return parseInput(releaseKeySchema, { slice: params.slice, id: params.id });
}
