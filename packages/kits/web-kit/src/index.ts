import type { GraphQLCodegenDataMasking } from "@apollo/client/masking";

// Generated types are masked: a component sees its own fragment's fields only.
declare module "@apollo/client" {
  interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

export type { FragmentType, TypedDocumentNode } from "@apollo/client";
export { useApolloClient } from "@apollo/client/react";
export type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";
export { NavLink, useLocation, useNavigate, useSearchParams } from "react-router";
export { typedDocument } from "./documents/typed-document.ts";
export { useDraft } from "./drafts/useDraft.ts";
export { Link } from "./navigation/Link.tsx";
export { PageLink } from "./navigation/PageLink.tsx";
export type { RouteName } from "./navigation/page-path.ts";
export { RouteLink } from "./navigation/RouteLink.tsx";
export { usePagePath } from "./navigation/usePagePath.ts";
export { useParams } from "./navigation/useParams.ts";
export {
  type FieldProblem,
  type FieldProblems,
  useFieldProblems,
} from "./problems/useFieldProblems.ts";
export { useProblemToast } from "./problems/useProblemToast.ts";
export type { QueryView } from "./query/query-view.ts";
export { useFragment, useSuspenseFragment } from "./query/useFragment.ts";
export { useMutation } from "./query/useMutation.ts";
export { usePageQuery } from "./query/usePageQuery.ts";
export { useQuery } from "./query/useQuery.ts";
export { useSuspenseQuery } from "./query/useSuspenseQuery.ts";
export { useSession } from "./session/useSession.ts";
export { useViewer } from "./session/useViewer.ts";
export { SliceUnavailable } from "./slots/SliceUnavailable.tsx";
export { Slot } from "./slots/Slot.tsx";
export { formatTime } from "./text/format-time.ts";
export { useLanguage } from "./text/useLanguage.ts";
export { useMessages } from "./text/useMessages.ts";
