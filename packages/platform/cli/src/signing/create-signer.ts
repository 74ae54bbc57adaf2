import { SlicewayError } from "@sliceway/errors";
import {
  createSigningKey,
  type Release,
  type ReleaseSignature,
  type SigningKey,
  signRelease,
} from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";
import type { HomePaths } from "@sliceway/runtime";
import { errors } from "../errors.ts";
import { findHomeKey, writeHomeKey } from "./home-key.ts";

/** Signs a release as its team does. Throws SlicewayError `SIGNING_KEY_MISSING`. */
export type Signer = (release: Release) => Promise<ReleaseSignature>;

export interface SignerOptions {
  home: HomePaths;
  registry: RegistryClient;
  /** Signs whatever slice it is; else the keys of the home do. */
  given?: SigningKey | undefined;
  /** Whether `registry` may register keys: a slice that never had one then gets one by itself. */
  isAdministrator: boolean;
}

export function createSigner(options: SignerOptions): Signer {
  return async (release) => signRelease(release, options.given ?? (await getKey(options, release.slice)));
}

async function getKey(options: SignerOptions, slice: string): Promise<SigningKey> {
  const known = await findHomeKey(options.home, slice);
  // A team that has keys of its own would not want one that it knows nothing of.
  if (options.isAdministrator && !(await hasKeys(options.registry, slice)))
    return await introduceKey(options, slice, known ?? createSigningKey());
  if (known) return known;
  throw keyMissing(slice);
}

async function hasKeys(registry: RegistryClient, slice: string): Promise<boolean> {
  return (await registry.listSigningKeys()).some((key) => key.slice === slice);
}

/** Keeps a key in the home and tells the registry of it. */
export async function introduceKey(
  { home, registry }: Pick<SignerOptions, "home" | "registry">,
  slice: string,
  key: SigningKey,
): Promise<SigningKey> {
  await writeHomeKey(home, slice, key);
  await registry.addSigningKey(slice, key.publicKey);
  return key;
}

function keyMissing(slice: string): SlicewayError {
  return new SlicewayError(
    errors.SIGNING_KEY_MISSING(`There is no key here that releases of ${slice} are signed with.`, { slice }),
  );
}
