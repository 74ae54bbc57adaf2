import type { Node, RangeVar } from "libpg-query";

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
