import type { Node, RangeVar } from "libpg-query";

/** Every value of that node type anywhere within: `find(tree, "ColumnRef")`. */
export function find(tree: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(tree)) return tree.flatMap((part) => find(part, type));
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === type && isRecord(value) ? [value, ...find(value, type)] : find(value, type),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** `post`, or `archive.post` outside the schema `public`. */
export function tableName({ schemaname, relname = "" }: RangeVar): string {
  return qualify(schemaname, relname);
}

/** The same of a list of names, as DROP has them. */
export function nameFrom(parts: readonly Node[]): string {
  const texts = parts.flatMap(textOf);
  return qualify(texts.at(-2), texts.at(-1) ?? "");
}

/** The texts of String nodes: column names, name parts. */
export function textsOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap(textOf);
}

function textOf(node: Node): string[] {
  return "String" in node && node.String.sval !== undefined ? [node.String.sval] : [];
}

function qualify(schema: string | undefined, name: string): string {
  return schema === undefined || schema === "public" ? name : `${schema}.${name}`;
}
