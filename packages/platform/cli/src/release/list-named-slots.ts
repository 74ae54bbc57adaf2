import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { NamedSlot } from "@sliceway/protocol";
import { type JSXOpeningElement, parseSync } from "@swc/core";
import { listFiles } from "./list-files.ts";

/** The slots that a web part names in its components, `<Slot name="post.card" ...>`, and where it does. */
export async function listNamedSlots(sliceDir: string): Promise<NamedSlot[]> {
  // The shell has its sources beside slice.json.
  const folder = existsSync(join(sliceDir, "web/src")) ? "web/src" : "src";
  if (!existsSync(join(sliceDir, folder))) return [];
  const files = (await listFiles(join(sliceDir, folder))).filter((file) => /(?<!\.test)\.tsx$/.test(file));
  const found = await Promise.all(files.map((file) => readSlots(sliceDir, `${folder}/${file}`)));
  return found.flat();
}

async function readSlots(sliceDir: string, file: string): Promise<NamedSlot[]> {
  const source = await readFile(join(sliceDir, file));
  if (!source.includes("<Slot")) return [];
  const { body } = parseSync(source.toString(), { syntax: "typescript", tsx: true });
  return findOpenings(body).flatMap((opening) => {
    const name = slotName(opening);
    // Positions are in bytes and begin with 1.
    const line = source.toString("utf8", 0, opening.span.start - 1).split("\n").length;
    return name === undefined ? [] : [{ name, file, line }];
  });
}

function findOpenings(tree: unknown): JSXOpeningElement[] {
  if (Array.isArray(tree)) return tree.flatMap(findOpenings);
  if (typeof tree !== "object" || tree === null) return [];
  const own = "type" in tree && tree.type === "JSXOpeningElement" ? [tree as JSXOpeningElement] : [];
  return [...own, ...Object.values(tree).flatMap(findOpenings)];
}

/** A name that is worked out while the page runs is nothing that could be checked. */
function slotName({ name, attributes }: JSXOpeningElement): string | undefined {
  if (name.type !== "Identifier" || name.value !== "Slot") return undefined;
  for (const attribute of attributes) {
    if (attribute.type !== "JSXAttribute" || attribute.name.type !== "Identifier") continue;
    const { value } = attribute;
    const literal = value?.type === "JSXExpressionContainer" ? value.expression : value;
    if (attribute.name.value === "name" && literal?.type === "StringLiteral") return literal.value;
  }
  return undefined;
}
