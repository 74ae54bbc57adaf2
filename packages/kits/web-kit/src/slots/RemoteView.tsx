import { type ReactNode, Suspense, use } from "react";
import { usePageRuntime } from "../page/page-runtime.ts";
import { QueryFailed } from "../query/query-failed.ts";
import { FailureBoundary } from "./FailureBoundary.tsx";

export interface RemoteViewProps {
  slice: string;
  /** An exposed module: `./pages/NotePage`. */
  module: string;
  /** Handed to the module's component. */
  props?: Record<string, unknown>;
  /** Stands in until the code is there; then the module's own skeleton does, if it has one. */
  skeleton: ReactNode;
}

/** A component of a remote in its own boundary: skeleton while it loads, notice and retry if it fails. */
export function RemoteView({ slice, module, props = {}, skeleton }: RemoteViewProps) {
  const { modules, rescue } = usePageRuntime();
  const mend = async (error: unknown) => {
    if (error instanceof QueryFailed) return error.retry();
    if (modules.load(slice, module).status !== "rejected") return;
    modules.forget(slice, module);
    await modules.load(slice, module).promise;
  };
  return (
    <FailureBoundary
      mend={mend}
      rescue={(error) => rescue(slice, error)}
      waiting={<div aria-busy="true">{skeleton}</div>}
    >
      <Suspense fallback={<RemoteSkeleton slice={slice} module={module} otherwise={skeleton} />}>
        <RemoteContent slice={slice} module={module} props={props} />
      </Suspense>
    </FailureBoundary>
  );
}

function RemoteContent({
  slice,
  module,
  props,
}: Required<Pick<RemoteViewProps, "slice" | "module" | "props">>) {
  const { Component } = use(usePageRuntime().modules.load(slice, module).promise);
  return <Component {...props} />;
}

function RemoteSkeleton({
  slice,
  module,
  otherwise,
}: {
  slice: string;
  module: string;
  otherwise: ReactNode;
}) {
  const Skeleton = usePageRuntime().modules.load(slice, module).value?.Skeleton;
  return <div aria-busy="true">{Skeleton ? <Skeleton /> : otherwise}</div>;
}
