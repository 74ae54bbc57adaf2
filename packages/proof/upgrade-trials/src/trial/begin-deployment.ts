import { spawn } from "node:child_process";
import { once } from "node:events";
import { retry } from "@sliceway/service-kit";
import { registryOf } from "../network/people.ts";
import { collect } from "../platform/collect.ts";
import { childrenOf, type Site } from "../platform/site.ts";
import { binOf, envOf } from "../platform/sliceway.ts";

/** A deployment that is in the middle of its way. */
export interface BegunDeployment {
  id: string;
  /** Ends the command that follows it. */
  leave(): Promise<void>;
}

/** Begins to deploy a slice and resolves as soon as the server of its new release is started. */
export async function beginDeployment(dir: string, site: Site, slice: string): Promise<BegunDeployment> {
  const before = new Set(childrenOf(site).map(({ name }) => name));
  const child = spawn(binOf(dir), ["deploy", slice], {
    cwd: dir,
    env: envOf(dir, site),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, "close");
  const look = async () => {
    const isThere = childrenOf(site).some(({ name }) => name.startsWith(`${slice}@`) && !before.has(name));
    const said = printed.map((text) => text()).join("");
    if (!isThere) throw new Error(`No server of a new release of ${slice} is started: ${said}`);
  };
  await retry(look, { untilMs: 120_000, maxDelayMs: 20, retryIf: () => child.exitCode === null });
  const { deployments } = await registryOf(site).getOverview();
  const running = deployments.find(({ releases }) => releases.some((ref) => ref.startsWith(`${slice}@`)));
  if (!running) throw new Error(`No deployment of ${slice} is under way.`);
  return {
    id: running.id,
    leave: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
