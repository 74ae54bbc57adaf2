import type { Entry as EntryRow } from "../entry.ts";

export const Entry = {
  createdAt: ({ createdAt }: EntryRow) => createdAt.toISOString(),
  author: ({ authorId }: EntryRow) => ({ id: authorId }),
};
