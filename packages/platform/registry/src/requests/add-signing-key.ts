import { parsePublicKey, type SigningKey } from "@sliceway/protocol";
import type { RegisteredKey } from "@sliceway/protocol/api";
import { describeKey } from "../access/describe-key.ts";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import { findSigningKeys, insertSigningKey } from "../db/signing-keys.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";

/** Lets the holder of a key sign releases of a slice. Registering it again changes nothing, nor does it after it was revoked. */
export async function addSigningKey(
  { db, now, log }: Context,
  { slice, publicKey: text }: { slice: string; publicKey: string },
  by: string,
): Promise<{ key: RegisteredKey; created: boolean }> {
  const { id, publicKey } = parseKey(text);
  const at = now();
  const created = await db.transaction().execute(async (tx) => {
    const inserted = await insertSigningKey(tx, { slice, id, publicKey, createdAt: at });
    if (inserted) await insertAudit(tx, [{ at, who: by, what: "key", to: `${slice} ${id}` }]);
    return inserted;
  });
  if (created) log.info({ slice, key: id, by }, "signing key registered");
  const stored = (await findSigningKeys(db, id)).find((key) => key.slice === slice);
  if (!stored) throw new Error("a registered key has gone");
  return { key: describeKey(stored), created };
}

function parseKey(text: string): Omit<SigningKey, "privateKey"> {
  try {
    return parsePublicKey(text);
  } catch (cause) {
    const message = `This cannot be registered: ${(cause as TypeError).message}.`;
    throw new Refusal(
      {
        ...requestErrors.REQUEST_INVALID(message),
        fix: "Send what `openssl pkey -pubout` writes of an Ed25519 key.",
      },
      { cause },
    );
  }
}
