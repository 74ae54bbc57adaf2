import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseFile, writeFileAtomically } from "@sliceway/service-kit";
import { z } from "zod";
import type { HomePaths } from "./home-paths.ts";

const secretsSchema = z.object({
  /** The administrator's: may do everything. */
  adminToken: z.string().min(32),
  /** May hold leases and report. */
  serviceToken: z.string().min(32),
  /** The root of every database role's password. */
  databaseSecret: z.string().min(32),
});
/** `secrets.json`, which only its owner may read. */
export type Secrets = z.infer<typeof secretsSchema>;

/** The secrets of a home that was started before. Throws FILE_UNREADABLE or FILE_INVALID. */
export function readSecrets({ secrets }: HomePaths): Promise<Secrets> {
  return parseFile(secretsSchema, secrets);
}

/** The secrets of a home; made at its first start. */
export async function openSecrets(paths: HomePaths): Promise<Secrets> {
  if (existsSync(paths.secrets)) return readSecrets(paths);
  const secrets = { adminToken: token(), serviceToken: token(), databaseSecret: token() };
  await writeSecret(paths.secrets, secrets);
  return secrets;
}

/** Path of the gateway's private signing key (an Ed25519 JWK); made at first start. */
export async function openGatewayKey({ keys }: HomePaths): Promise<string> {
  const path = join(keys, "gateway.json");
  if (existsSync(path)) return path;
  await writeSecret(path, generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" }));
  return path;
}

/** The password of a database role. It follows from the home's secret, so a new slice needs no new entry. */
export function passwordOf({ databaseSecret }: Secrets, role: string): string {
  return createHmac("sha256", databaseSecret).update(role).digest("base64url");
}

function token(): string {
  return randomBytes(32).toString("base64url");
}

function writeSecret(path: string, value: object): Promise<void> {
  return writeFileAtomically(path, `${JSON.stringify(value, null, 2)}\n`, 0o600);
}
