import { useSyncExternalStore } from "react";
import { useViewer } from "../session/useViewer.ts";
import { draftId, readDraft, subscribeToDrafts, writeDraft } from "./draft-store.ts";

/**
 * State for what is being written: it outlives navigation, reloads of the tab, and a move of the page to another
 * release. Each viewer has their own; it ends with `clear`, with the log-out, or with the tab. Not for passwords.
 *
 * @param key names the draft within the product: `notes:new`. Another release may read what this one wrote, so a
 * draft of another shape needs another key
 * @param initial a JSON value, for as long as nothing is written
 */
export function useDraft<T>(
  key: string,
  initial: T,
): [draft: T, write: (draft: T) => void, clear: () => void] {
  const id = draftId(useViewer()?.id, key);
  const stored = useSyncExternalStore(subscribeToDrafts, () => readDraft(id));
  const draft = typeof stored === typeof initial ? (stored as T) : initial;
  return [draft, (next) => writeDraft(id, next), () => writeDraft(id, undefined)];
}
