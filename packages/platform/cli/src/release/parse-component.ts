import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CallExpression, type JSXOpeningElement, parseSync } from "@swc/core";
import { listFiles } from "./list-files.ts";

type Node = JSXOpeningElement | CallExpression;

/** A source file of a web part that uses one of the names asked for. */
export interface ComponentSource {
  /** Path in the slice's folder. */
  file: string;
  /** Elements and calls in the order they stand. */
  nodes: Node[];
  /** The 1-based line on which a node begins. */
  lineOf(node: Node): number;
}

/** Sources of a web part, tests apart, in which one of the words stands; parsed. */
export async function parseComponents(
  sliceDir: string,
  words: readonly string[],
): Promise<ComponentSource[]> {
  // The shell has its sources beside slice.json.
  const folder = existsSync(join(sliceDir, "web/src")) ? "web/src" : "src";
  if (!existsSync(join(sliceDir, folder))) return [];
  const files = (await listFiles(join(sliceDir, folder))).filter((file) =>
    /(?<!\.test|\.graphql|\.d)\.tsx?$/.test(file),
  );
  const parsed = await Promise.all(files.map((file) => parseComponent(sliceDir, `${folder}/${file}`, words)));
  return parsed.flat();
}

async function parseComponent(
  sliceDir: string,
  file: string,
  words: readonly string[],
): Promise<ComponentSource[]> {
  const source = await readFile(join(sliceDir, file));
  if (!words.some((word) => source.includes(word))) return [];
  const { body } = parseSync(source.toString(), { syntax: "typescript", tsx: file.endsWith("x") });
  // Positions are in bytes and begin with 1.
  const lineOf = ({ span }: Node) => source.toString("utf8", 0, span.start - 1).split("\n").length;
  return [{ file, nodes: findNodes(body), lineOf }];
}

function findNodes(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(findNodes);
  if (typeof tree !== "object" || tree === null) return [];
  const within = Object.values(tree).flatMap(findNodes);
  return isNode(tree) ? [tree, ...within] : within;
}

function isNode(tree: object): tree is Node {
  return "type" in tree && (tree.type === "JSXOpeningElement" || tree.type === "CallExpression");
}
