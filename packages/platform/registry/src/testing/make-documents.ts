import { type ExposedFragment, type Operation, operationId } from "@sliceway/protocol";
import { Kind, parse } from "graphql";

export function makeOperation(slice: string, text: string): Operation {
  const [first] = parse(text).definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION || !first.name)
    throw new Error("a test's operation has a name");
  const name = first.name.value;
  return {
    id: operationId(slice, text),
    name,
    kind: first.operation,
    text,
    file: `web/src/${name}.graphql`,
    line: 1,
  };
}

export function makeFragment(text: string, index: number): ExposedFragment {
  const name = /fragment (\w+)/.exec(text)?.[1] ?? "";
  return { name, text, file: "contract/fragments.graphql", line: 1 + 10 * index };
}
