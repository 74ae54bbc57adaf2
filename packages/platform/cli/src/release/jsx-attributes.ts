import type { Expression, JSXOpeningElement, TemplateLiteral } from "@swc/core";

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

/** What a text may be, as far as it stands in the code. */
interface LiteralTexts {
  texts: string[];
  /** False where it may be something else, too: what a variable holds. */
  isWhole: boolean;
}

/** `"a"`, `` `a` ``, both ways of `test ? "a" : "b"`, and of `given ?? "a"` the part that can be read. */
export function literalTexts(expression: Expression | undefined): LiteralTexts {
  switch (expression?.type) {
    case "StringLiteral":
      return { texts: [expression.value], isWhole: true };
    case "TemplateLiteral":
      return literalTemplate(expression);
    case "ConditionalExpression":
      return eitherText(expression.consequent, expression.alternate);
    case "BinaryExpression":
      return ["||", "??"].includes(expression.operator)
        ? eitherText(expression.left, expression.right)
        : UNREADABLE;
    case "ParenthesisExpression":
    case "TsAsExpression":
    case "TsConstAssertion":
    case "TsNonNullExpression":
    case "TsSatisfiesExpression":
    case "TsTypeAssertion":
      return literalTexts(expression.expression);
    default:
      return UNREADABLE;
  }
}

const UNREADABLE: LiteralTexts = { texts: [], isWhole: false };

function literalTemplate({ expressions, quasis }: TemplateLiteral): LiteralTexts {
  const text = expressions.length === 0 ? quasis[0]?.cooked : undefined;
  return text === undefined ? UNREADABLE : { texts: [text], isWhole: true };
}

function eitherText(...expressions: Expression[]): LiteralTexts {
  const parts = expressions.map(literalTexts);
  return {
    texts: [...new Set(parts.flatMap(({ texts }) => texts))],
    isWhole: parts.every(({ isWhole }) => isWhole),
  };
}
