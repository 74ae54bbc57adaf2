import { type ASTNode, visit } from "graphql";

/** Names of the fragments that are spread anywhere within. */
export function spreadsOf(node: ASTNode): Set<string> {
  const names = new Set<string>();
  visit(node, { FragmentSpread: (spread) => void names.add(spread.name.value) });
  return names;
}
