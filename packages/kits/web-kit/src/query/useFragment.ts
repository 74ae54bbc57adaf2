import type { FragmentType, TypedDocumentNode } from "@apollo/client";
import {
  useFragment as useApolloFragment,
  useSuspenseFragment as useApolloSuspenseFragment,
} from "@apollo/client/react";
import { type DocumentNode, Kind } from "graphql";

export interface FragmentOptions<TData> {
  /** A fragment's generated document. */
  fragment: TypedDocumentNode<TData, Record<string, never>>;
  /** The object whose query or fragment spread it. */
  from: FragmentType<TData>;
}

/** Reads a fragment's fields of an object and follows their changes. `complete` is false where some are missing. */
export function useFragment<TData>(options: FragmentOptions<TData>): {
  data: TData | undefined;
  complete: boolean;
} {
  const { data, complete } = useApolloFragment<TData>(named(options));
  return { data: complete ? (data as TData) : undefined, complete };
}

/** Reads a fragment's fields of an object and follows their changes; suspends while some are missing. */
export function useSuspenseFragment<TData>(options: FragmentOptions<TData>): { data: TData } {
  const { data } = useApolloSuspenseFragment<TData>(named(options));
  return { data: data as TData };
}

/** A generated document may carry further fragments behind its own. */
function named<TData>({ fragment, from }: FragmentOptions<TData>) {
  return { fragment, from, fragmentName: firstFragment(fragment) };
}

function firstFragment(document: DocumentNode): string | undefined {
  const found = document.definitions.find((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return found?.name.value;
}
