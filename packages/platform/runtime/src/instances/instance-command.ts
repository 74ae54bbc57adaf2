import { ISOLATED, parseReleaseRef, type ReleaseRef } from "@sliceway/protocol";
import { findPort } from "../ports/free-port.ts";
import type { ChildCommand } from "../process/start-child.ts";
import type { InstanceContext } from "./instance-context.ts";
import { instanceEnv } from "./instance-env.ts";
import { serverDir } from "./release-files.ts";

/** How a command of a release (`slice.json`: start, seed) is run. `node` means the Node that runs us. */
export async function instanceCommand(
  ref: ReleaseRef,
  [program = "node", ...args]: readonly string[] = [],
  context: InstanceContext,
): Promise<ChildCommand & { port: number }> {
  const { slice, id: release } = parseReleaseRef(ref);
  const { appUrl, eventsUrl } = await context.databases(slice);
  const port = await findPort(context.preferredPorts(slice));
  const facts = {
    slice,
    release,
    instance: `${slice}-${release}${context.isIsolated ? ISOLATED : "-1"}`,
    port,
    databaseUrl: appUrl,
    eventsUrl,
    // What nobody else sees must not publish.
    broker: context.isIsolated ? undefined : context.broker,
    registryUrl: context.registryUrl,
    serviceToken: context.serviceToken,
  };
  return {
    command: program === "node" ? process.execPath : program,
    args,
    cwd: serverDir(context.paths, ref),
    env: { ...context.inheritedEnv, ...instanceEnv(facts, context.paths) },
    port,
  };
}
