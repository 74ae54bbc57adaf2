import type { NamedSlot } from "@sliceway/protocol";
import type { Expression } from "@swc/core";
import { literalTexts, readAttribute } from "./jsx-attributes.ts";
import { type ComponentSource, parseComponents } from "./parse-component.ts";

/** It stands in every file that names a slot. */
export const SLOT_WORDS = ["<Slot"];

/** The slots that a web part names in its components, `<Slot name="post.card" ...>`, and where it does. */
export async function listNamedSlots(sliceDir: string): Promise<NamedSlot[]> {
  const sources = await parseComponents(sliceDir, SLOT_WORDS);
  return sources.flatMap(({ file, nodes, lineOf }) =>
    nodes.flatMap((node) => {
      const slot = readSlot(node);
      return slot ? literalTexts(slot.name).texts.map((name) => ({ name, file, line: lineOf(node) })) : [];
    }),
  );
}

/** What an element says of its slot; undefined if the node is no slot. */
export function readSlot(
  node: ComponentSource["nodes"][number],
): { name: Expression | undefined } | undefined {
  if (node.type !== "JSXOpeningElement") return undefined;
  if (node.name.type !== "Identifier" || node.name.value !== "Slot") return undefined;
  return { name: readAttribute(node, "name") };
}
