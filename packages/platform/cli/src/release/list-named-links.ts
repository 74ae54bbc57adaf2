import type { NamedLink } from "@sliceway/protocol";
import type { CallExpression, Expression, JSXOpeningElement } from "@swc/core";
import { literalTexts, readAttribute } from "./jsx-attributes.ts";
import { type ComponentSource, parseComponents } from "./parse-component.ts";

/** One of them stands in every file that has a link. */
export const LINK_WORDS = ["<PageLink", "usePagePath("];

interface WrittenLink {
  name: Expression | undefined;
  params: Expression | undefined;
}

/**
 * The routes that a web part links to, `<PageLink to="posts.post" params={{ id }}>` and
 * `usePagePath("posts.post", { id })`, and where it does. A choice between routes is a link to each of them.
 */
export async function listNamedLinks(sliceDir: string): Promise<NamedLink[]> {
  const sources = await parseComponents(sliceDir, LINK_WORDS);
  return sources.flatMap(({ file, nodes, lineOf }) =>
    nodes.flatMap((node) => {
      const link = readLink(node);
      return link ? describeLink(link).map((named) => ({ ...named, file, line: lineOf(node) })) : [];
    }),
  );
}

/** What a link says of its route; undefined if the node is no link. */
export function readLink(node: ComponentSource["nodes"][number]): WrittenLink | undefined {
  return node.type === "CallExpression" ? readCall(node) : readElement(node);
}

function readElement(element: JSXOpeningElement): WrittenLink | undefined {
  if (element.name.type !== "Identifier" || element.name.value !== "PageLink") return undefined;
  return { name: readAttribute(element, "to"), params: readAttribute(element, "params") };
}

function readCall({ callee, arguments: [route, params] }: CallExpression): WrittenLink | undefined {
  if (callee.type !== "Identifier" || callee.value !== "usePagePath") return undefined;
  return { name: route?.expression, params: params?.expression };
}

function describeLink({ name, params: given }: WrittenLink): Pick<NamedLink, "route" | "params">[] {
  const params = given ? listKeys(given)?.sort() : [];
  return literalTexts(name).texts.map((route) => ({ route, ...(params && { params }) }));
}

/** The keys of `{ id, handle: person.handle }`; undefined where they do not stand there one by one. */
function listKeys(expression: Expression): string[] | undefined {
  if (expression.type !== "ObjectExpression") return undefined;
  const keys = expression.properties.map((property) => {
    if (property.type === "Identifier") return property.value;
    const key = property.type === "KeyValueProperty" ? property.key : undefined;
    return key?.type === "Identifier" ? key.value : undefined;
  });
  return keys.every((key) => key !== undefined) ? keys : undefined;
}
