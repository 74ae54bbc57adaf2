export { documentIdOf } from "./documents/document-id.ts";
export { keepDraftsOf } from "./drafts/draft-store.ts";
export { pageRoutes, type SliceRoute } from "./navigation/page-routes.ts";
export { createClient } from "./page/create-client.ts";
export { type PageRoute, PageRouteContext } from "./page/page-route.ts";
export { type PageRuntime, PageRuntimeContext, usePageRuntime } from "./page/page-runtime.ts";
export { NoAnswer } from "./query/query-problems.ts";
export { FailureBoundary } from "./slots/FailureBoundary.tsx";
export { RemoteView } from "./slots/RemoteView.tsx";
export {
  CodeFailed,
  createRemoteModules,
  type RemoteModule,
  type RemoteModules,
} from "./slots/remote-modules.ts";
