import type { NamedSlot } from "@sliceway/protocol";
import type { JSXOpeningElement } from "@swc/core";
import { literalText, readAttribute } from "./jsx-attributes.ts";
import { parseComponents } from "./parse-component.ts";

/** The slots that a web part names in its components, `<Slot name="post.card" ...>`, and where it does. */
export async function listNamedSlots(sliceDir: string): Promise<NamedSlot[]> {
  const sources = await parseComponents(sliceDir, ["<Slot"]);
  return sources.flatMap(({ file, nodes, lineOf }) =>
    nodes.flatMap((node) => {
      const name = node.type === "JSXOpeningElement" ? slotName(node) : undefined;
      return name === undefined ? [] : [{ name, file, line: lineOf(node) }];
    }),
  );
}

/** A name that is worked out while the page runs is nothing that could be checked. */
function slotName(element: JSXOpeningElement): string | undefined {
  if (element.name.type !== "Identifier" || element.name.value !== "Slot") return undefined;
  return literalText(readAttribute(element, "name"));
}
