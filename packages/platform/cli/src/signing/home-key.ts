import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { parseSigningKey, type SigningKey } from "@sliceway/protocol";
import type { HomePaths } from "@sliceway/runtime";
import { writeFileAtomically } from "@sliceway/service-kit";
import { errors } from "../errors.ts";

/** Where the key lies that this installation signs a slice's releases with. */
export function homeKeyPath({ signing }: HomePaths, slice: string): string {
  return join(signing, `${slice}.pem`);
}

/** That key, if there is one. Throws SlicewayError `KEY_UNREADABLE`. */
export async function findHomeKey(home: HomePaths, slice: string): Promise<SigningKey | undefined> {
  const path = homeKeyPath(home, slice);
  try {
    return parseSigningKey(await readFile(path, "utf8"));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new SlicewayError(errors.KEY_UNREADABLE(`${path} cannot be read as a private key.`, { slice }), {
      cause,
    });
  }
}

/** Keeps a key for its owner's eyes only, in the place of another of the slice. */
export async function writeHomeKey(
  home: HomePaths,
  slice: string,
  { privateKey }: SigningKey,
): Promise<void> {
  await mkdir(home.signing, { recursive: true, mode: 0o700 });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  await writeFileAtomically(homeKeyPath(home, slice), pem, 0o600);
}
