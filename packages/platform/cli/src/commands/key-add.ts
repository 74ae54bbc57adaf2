import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";

export function addKeyAdd(key: Command, io: Io): void {
  key
    .command("add")
    .description("Register the public half of a key that a team has made itself.")
    .argument("<slice>")
    .argument("<public key>", "Ed25519: a PEM file, or base64 of its SPKI in DER")
    .addHelpText(
      "after",
      examples(
        "openssl genpkey -algorithm ed25519 -out posts.pem",
        "openssl pkey -in posts.pem -pubout -out posts.pub",
        "sliceway key add posts posts.pub",
      ),
    )
    .action(async (slice: string, publicKey: string) => keyAdd(await openContext(io), slice, publicKey));
}

/**
 * Registers the public half of a key that a team has made itself. Throws SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`,
 * `REQUEST_INVALID`.
 */
async function keyAdd(context: Context, slice: string, publicKey: string): Promise<void> {
  const { io } = context;
  const { registry } = await connect(context);
  const path = resolve(io.cwd, publicKey);
  const text = existsSync(path) ? await readFile(path, "utf8") : publicKey;
  const { id, revokedAt } = await registry.addSigningKey(slice, text);
  if (revokedAt) io.print(`The key ${id} of ${slice} was revoked and stays so: sliceway key create ${slice}`);
  else io.print(`The key ${id} signs releases of ${slice}.`);
}
