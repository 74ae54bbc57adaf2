import { parse } from "graphql";
import { expect, it } from "vitest";
import { measureQuery } from "./query-cost.ts";

it("counts nesting and multiplies lists", () => {
  const document = parse("query($n: Int) { timeline(first: $n) { edges { node { id } } } viewer { id } }");
  expect(measureQuery(document, { n: 10 })).toEqual({ depth: 4, fields: 33 });
});

it("sees through fragments and aliases", () => {
  const document = parse(
    "{ a: viewer { ...V } b: viewer { ... { ...V } } } fragment V on User { id posts(first: 5) { id } }",
  );
  expect(measureQuery(document, {})).toEqual({ depth: 3, fields: 16 });
});

it("stays quick when fragments multiply or go round", () => {
  const fragments = Array.from(
    { length: 30 },
    (_, i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } }`,
  );
  const document = parse(`{ ...F0 } ${fragments.join(" ")} fragment F30 on T { ...F0 id }`);
  expect(measureQuery(document, {}).fields).toBeGreaterThan(1e9);
});

it("does not count introspection", () => {
  expect(measureQuery(parse("{ __schema { types { name } } }"), {})).toEqual({ depth: 0, fields: 0 });
});
