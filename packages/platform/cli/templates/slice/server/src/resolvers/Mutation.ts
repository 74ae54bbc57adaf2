import type { Context } from "../context.ts";
import { addEntry } from "../operations/add-entry.ts";

export const Mutation = {
  addSliceNameEntry: (_: unknown, { input }: { input: { text: string } }, context: Context) =>
    addEntry(context, input),
};
