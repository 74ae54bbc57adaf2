const PREFIX = "draft:";

/** What is being written, by id. Storage outlives a reload; memory goes on where storage is forbidden or full. */
const drafts = new Map<string, unknown>();
const listeners = new Set<() => void>();

/** Drafts belong to a viewer: nobody else who uses this tab sees them. */
export function draftId(viewerId: string | undefined, key: string): string {
  return `${PREFIX}${viewerId ?? ""}:${key}`;
}

export function readDraft(id: string): unknown {
  if (!drafts.has(id)) drafts.set(id, readStored(id));
  return drafts.get(id);
}

/** Undefined removes the draft. */
export function writeDraft(id: string, draft: unknown): void {
  drafts.set(id, draft);
  store(id, draft);
  for (const listener of listeners) listener();
}

export function subscribeToDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Removes what a viewer was writing, as they leave. */
export function forgetDraftsOf(viewerId: string | undefined): void {
  removeAll((id) => id.startsWith(draftId(viewerId, "")));
}

/** Removes what others were writing before this viewer came. Somebody whose session has run out may come back. */
export function keepDraftsOf(viewerId: string): void {
  removeAll((id) => !id.startsWith(draftId(viewerId, "")));
}

function removeAll(isMeant: (id: string) => boolean): void {
  const ids = new Set([...drafts.keys(), ...listStored()]);
  for (const id of ids) if (isMeant(id)) writeDraft(id, undefined);
}

function listStored(): string[] {
  try {
    return Object.keys(sessionStorage).filter((id) => id.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function readStored(id: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(id) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function store(id: string, draft: unknown): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(id);
    else sessionStorage.setItem(id, JSON.stringify(draft));
  } catch {}
}
