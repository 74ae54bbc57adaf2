import { isSignedBy, parseSignature, type ReleaseSignature } from "@sliceway/protocol";
import { accessErrors } from "../access/access-errors.ts";
import type { StoredKey } from "../db/signing-keys.ts";
import { Refusal } from "../refusal.ts";

interface Signed {
  slice: string;
  /** `release.json` as it was sent. */
  document: object;
  signature: ReleaseSignature;
}

/** Throws unless the slice's team signed the document: `SIGNING_KEY_...` or `SIGNATURE_WRONG`. `keys`: all with that id. */
export function requireSignature({ slice, document, signature }: Signed, keys: readonly StoredKey[]): void {
  const { key: id } = signature;
  const key = keys.find((one) => one.slice === slice);
  if (!key) throw keys.length === 0 ? keyUnknown(id, slice) : keyForeign(id, slice, keys);
  if (key.revokedAt) throw keyRevoked(key);
  if (!isSignedBy(document, signature, key.publicKey))
    throw new Refusal(
      accessErrors.SIGNATURE_WRONG(
        `This release of ${slice} is not what the holder of ${id} signed: it was altered afterwards.`,
      ),
    );
}

/** Reads the header. Throws `SIGNATURE_MISSING`. */
export function readSignature(header: string | undefined, slice: string): ReleaseSignature {
  const signature = header === undefined ? undefined : parseSignature(header);
  if (signature) return signature;
  const state = header === undefined ? "is not signed" : "comes with a signature that cannot be read";
  throw new Refusal(accessErrors.SIGNATURE_MISSING(`This release of ${slice} ${state}.`));
}

function keyUnknown(id: string, slice: string): Refusal {
  return new Refusal(
    accessErrors.SIGNING_KEY_UNKNOWN(
      `Nobody has registered the key ${id} that this release of ${slice} is signed with.`,
      { slice },
    ),
  );
}

function keyForeign(id: string, slice: string, keys: readonly StoredKey[]): Refusal {
  const others = keys.map((key) => key.slice).join(", ");
  return new Refusal(
    accessErrors.SIGNING_KEY_FOREIGN(`The key ${id} signs releases of ${others}, not of ${slice}.`, {
      slice,
    }),
  );
}

function keyRevoked({ id, slice, revokedAt }: StoredKey): Refusal {
  return new Refusal(
    accessErrors.SIGNING_KEY_REVOKED(
      `The key ${id} of ${slice} was revoked at ${revokedAt?.toISOString()}.`,
      {
        slice,
      },
    ),
  );
}
