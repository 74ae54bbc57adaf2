import type { KeySet, PreviewLink } from "@sliceway/protocol/api";
import type { Context } from "../context.ts";
import { insertPreviewKey, listPreviewKeys } from "../db/preview-keys.ts";
import { readRouting } from "../db/routing.ts";
import { createPreviewKey, type PrivateKey, publicHalf, signPreview } from "../preview/preview-key.ts";
import { previewUnknown } from "../routing/refusals.ts";

/** A signed override for a preview, good as long as the preview. Throws `PREVIEW_UNKNOWN`. */
export async function createPreviewLink(context: Context, name: string): Promise<PreviewLink> {
  const { previews } = await readRouting(context.db, context.now());
  const preview = previews[name];
  if (!preview) throw previewUnknown(name);
  const { until, dev } = preview;
  const key = await ensureKey(context);
  const link = { name, now: context.now(), until: new Date(until), isDev: dev !== undefined };
  return { token: await signPreview(key, link), until };
}

/** What overrides are verified with. */
export async function listPreviewLinkKeys({ db }: Context): Promise<KeySet> {
  return { keys: (await listPreviewKeys(db)).map(publicHalf) };
}

async function ensureKey({ db, now, mutex }: Context): Promise<PrivateKey> {
  return await mutex("preview key", async () => {
    const [known] = await listPreviewKeys(db);
    if (known) return known;
    const made = await createPreviewKey();
    await insertPreviewKey(db, made, now());
    return made;
  });
}
