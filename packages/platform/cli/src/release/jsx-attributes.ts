import type { Expression, JSXOpeningElement } from "@swc/core";

/** What an element says of an attribute: `"text"` and `{"text"}` alike; undefined if it says nothing. */
export function readAttribute({ attributes }: JSXOpeningElement, name: string): Expression | undefined {
  for (const attribute of attributes) {
    if (attribute.type !== "JSXAttribute" || attribute.name.type !== "Identifier") continue;
    if (attribute.name.value !== name) continue;
    const { value } = attribute;
    if (value?.type === "StringLiteral") return value;
    const held = value?.type === "JSXExpressionContainer" ? value.expression : undefined;
    return held?.type === "JSXEmptyExpression" ? undefined : held;
  }
  return undefined;
}

export function literalText(expression: Expression | undefined): string | undefined {
  return expression?.type === "StringLiteral" ? expression.value : undefined;
}
