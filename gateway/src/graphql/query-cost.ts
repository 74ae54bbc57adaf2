import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** A list whose length nobody says is taken for this long. */
const USUAL_LENGTH = 20;

export interface QueryCost {
  /** Nested fields on the longest way down. */
  depth: number;
  /** Fields that may have to be resolved, lists multiplied out by their `first`. */
  fields: number;
}

/**
 * Measures an ad-hoc document without a schema: fields with a `first` argument or `edges` count as lists. Each
 * fragment is measured once, so that measuring is never dear itself. Introspection counts nothing:
 * graphql-js bounds it.
 */
export function measureQuery(document: DocumentNode, variables: Record<string, unknown>): QueryCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  }
  const measure = createMeasure(fragments, variables);
  const costs = document.definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((one) => measure(one.selectionSet));
  return highest(costs);
}

function createMeasure(fragments: Map<string, FragmentDefinitionNode>, variables: Record<string, unknown>) {
  const measured = new Map<string, QueryCost>();

  function measureFragment(name: string): QueryCost {
    const known = measured.get(name);
    if (known) return known;
    // A fragment that spreads itself is found wrong by validation; here it only must not go on for ever.
    measured.set(name, { depth: 0, fields: 0 });
    const fragment = fragments.get(name);
    const cost = fragment ? measureSet(fragment.selectionSet) : { depth: 0, fields: 0 };
    measured.set(name, cost);
    return cost;
  }

  function measureField(field: FieldNode): QueryCost {
    if (field.name.value.startsWith("__")) return { depth: 0, fields: 0 };
    if (!field.selectionSet) return { depth: 1, fields: 1 };
    const { depth, fields } = measureSet(field.selectionSet);
    return { depth: depth + 1, fields: 1 + fields * lengthOf(field, variables) };
  }

  function measureSet({ selections }: SelectionSetNode): QueryCost {
    const costs = selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return measureField(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet);
      return measureFragment(selection.name.value);
    });
    const fields = costs.reduce((sum, cost) => sum + cost.fields, 0);
    return { depth: highest(costs).depth, fields };
  }

  return measureSet;
}

function lengthOf(field: FieldNode, variables: Record<string, unknown>): number {
  const value = field.arguments?.find(({ name }) => name.value === "first")?.value;
  if (!value) return isConnection(field) ? USUAL_LENGTH : 1;
  const length = value.kind === Kind.VARIABLE ? variables[value.name.value] : "value" in value && value.value;
  const number = Number(length || USUAL_LENGTH);
  return Number.isFinite(number) ? Math.max(1, number) : USUAL_LENGTH;
}

function isConnection({ selectionSet }: FieldNode): boolean {
  return (
    selectionSet?.selections.some((one) => one.kind === Kind.FIELD && one.name.value === "edges") ?? false
  );
}

function highest(costs: QueryCost[]): QueryCost {
  return {
    depth: Math.max(0, ...costs.map(({ depth }) => depth)),
    fields: Math.max(0, ...costs.map(({ fields }) => fields)),
  };
}
