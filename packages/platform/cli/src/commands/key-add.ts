import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";

/**
 * Registers the public half of a key that a team has made itself. Throws SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`,
 * `REQUEST_INVALID`.
 */
export async function keyAdd(context: Context, slice: string, publicKey: string): Promise<void> {
  const { io } = context;
  const { registry } = await connect(context);
  const path = resolve(io.cwd, publicKey);
  const text = existsSync(path) ? await readFile(path, "utf8") : publicKey;
  const { id, revokedAt } = await registry.addSigningKey(slice, text);
  if (revokedAt) io.print(`The key ${id} of ${slice} was revoked and stays so: sliceway key create ${slice}`);
  else io.print(`The key ${id} signs releases of ${slice}.`);
}
