import { type DocumentNode, type FieldNode, Kind, visit } from "graphql";

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * Adds `__typename` to every selection set but an operation's root, exactly as Apollo Client does to the same
 * operation: otherwise the client could not normalise what other slices' fragments select.
 */
export function addTypename(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      enter(node, _key, parent) {
        if (isOperation(parent) || node.selections.some(isMeta)) return undefined;
        return { ...node, selections: [...node.selections, TYPENAME] };
      },
    },
  });
}

function isOperation(parent: unknown): boolean {
  return (parent as { kind?: Kind } | undefined)?.kind === Kind.OPERATION_DEFINITION;
}

/** Introspection has no `__typename` added, and nothing has it twice. */
function isMeta(selection: { kind: Kind; name?: { value: string } }): boolean {
  return selection.kind === Kind.FIELD && selection.name?.value.startsWith("__") === true;
}
