import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { parseFile } from "@sliceway/service-kit";
import { z } from "zod";
import type { HomePaths } from "./home-paths.ts";
import { writeFileWhole } from "./write-file-whole.ts";

const secretsSchema = z.object({
  /** May publish, deploy and route. */
  deployToken: z.string().min(32),
  /** May hold leases and report. */
  serviceToken: z.string().min(32),
  /** The root of every role's password. */
  databaseSecret: z.string().min(32),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** The secrets of a home. Throws FILE_UNREADABLE or FILE_INVALID. */
export function readSecrets({ secrets }: HomePaths): Promise<Secrets> {
  return parseFile(secretsSchema, secrets);
}

/** Makes what is missing, readable for its owner only: `secrets.json`, and the gateway's signing key (a JWK). */
export async function ensureSecrets(paths: HomePaths): Promise<Secrets> {
  if (!existsSync(paths.secrets)) await writeSecret(paths.secrets, createSecrets());
  if (!existsSync(paths.gatewayKey)) await writeSecret(paths.gatewayKey, createSigningKey());
  return readSecrets(paths);
}

/** The password of a database role. It follows from the home's secret, so a new slice needs no new entry. */
export function databasePassword({ databaseSecret }: Secrets, role: string): string {
  return createHmac("sha256", databaseSecret).update(role).digest("base64url");
}

function createSecrets(): Secrets {
  return { deployToken: token(), serviceToken: token(), databaseSecret: token() };
}

function createSigningKey(): object {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
}

function token(): string {
  return randomBytes(32).toString("base64url");
}

function writeSecret(path: string, value: object): Promise<void> {
  return writeFileWhole(path, `${JSON.stringify(value, null, 2)}\n`, 0o600);
}
