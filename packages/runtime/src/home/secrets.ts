import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { parseFile } from "@sliceway/service-kit";
import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import type { Home } from "./open-home.ts";

const secretsSchema = z.object({
  /** May publish and change routing. */
  deployToken: z.string(),
  /** What the platform's own processes show the registry. */
  serviceToken: z.string(),
  /** Database role to password. */
  passwords: z.record(z.string(), z.string()),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** The installation's secrets; made at first start, readable by its owner only. */
export async function openSecrets(home: Home): Promise<Secrets> {
  const known = await readSecrets(home);
  if (known) return known;
  const secrets = { deployToken: randomSecret(), serviceToken: randomSecret(), passwords: {} };
  await writePrivately(home.secretsFile, secrets);
  return secrets;
}

/** Undefined before the first start. */
export async function readSecrets(home: Home): Promise<Secrets | undefined> {
  const isThere = await readFile(home.secretsFile).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
  return isThere ? parseFile(secretsSchema, home.secretsFile) : undefined;
}

/** The password of a database role; a new one is kept before it is used. */
export async function passwordOf(home: Home, secrets: Secrets, role: string): Promise<string> {
  const known = secrets.passwords[role];
  if (known) return known;
  const password = randomSecret();
  secrets.passwords[role] = password;
  await writePrivately(home.secretsFile, secrets);
  return password;
}

/** Path of the gateway's private signing key, an Ed25519 JWK; made if need be. */
export async function openGatewayKey(home: Home): Promise<string> {
  const file = `${home.keysDir}/gateway.json`;
  const isThere = await readFile(file).then(Boolean, () => false);
  if (isThere) return file;
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  await writePrivately(file, { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString("hex") });
  return file;
}

async function writePrivately(file: string, content: unknown): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

function randomSecret(): string {
  return randomBytes(24).toString("base64url");
}
