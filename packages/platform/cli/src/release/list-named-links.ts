import type { NamedLink } from "@sliceway/protocol";
import type { CallExpression, Expression, JSXOpeningElement } from "@swc/core";
import { literalText, readAttribute } from "./jsx-attributes.ts";
import { type ComponentSource, parseComponents } from "./parse-component.ts";

type Link = Pick<NamedLink, "route" | "params">;

/**
 * The routes that a web part links to, `<PageLink to="posts.post" params={{ id }}>` and
 * `usePagePath("posts.post", { id })`, and where it does.
 */
export async function listNamedLinks(sliceDir: string): Promise<NamedLink[]> {
  const sources = await parseComponents(sliceDir, ["<PageLink", "usePagePath("]);
  return sources.flatMap(({ file, nodes, lineOf }) =>
    nodes.flatMap((node) => {
      const link = readLink(node);
      return link ? [{ ...link, file, line: lineOf(node) }] : [];
    }),
  );
}

function readLink(node: ComponentSource["nodes"][number]): Link | undefined {
  return node.type === "CallExpression" ? readCall(node) : readElement(node);
}

function readElement(element: JSXOpeningElement): Link | undefined {
  if (element.name.type !== "Identifier" || element.name.value !== "PageLink") return undefined;
  return describeLink(readAttribute(element, "to"), readAttribute(element, "params"));
}

function readCall({ callee, arguments: [route, params] }: CallExpression): Link | undefined {
  if (callee.type !== "Identifier" || callee.value !== "usePagePath") return undefined;
  return describeLink(route?.expression, params?.expression);
}

/** A name that is worked out while the page runs is nothing that could be checked. */
function describeLink(to: Expression | undefined, given: Expression | undefined): Link | undefined {
  const route = literalText(to);
  const params = given ? listKeys(given) : [];
  return route === undefined ? undefined : { route, ...(params && { params: params.sort() }) };
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
