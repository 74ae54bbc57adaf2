import { type Deployment, type Release, releaseRef } from "@sliceway/protocol";
import { sleep } from "@sliceway/service-kit";
import type { Connection } from "../platform/connect.ts";
import { publishRelease } from "../release/publish-release.ts";
import type { Session } from "./session.ts";

const POLL_MS = 40;
/** The session ends long before, with whoever works. */
const HOURS = 7 * 24;

export interface Shown {
  session: Session;
  /** What somebody works on, lying in `releasesDir`. */
  release: Release;
  releasesDir: string;
  /** Shown with it. */
  shell: Release | undefined;
}

/** Publishes a release and puts it into the session's preview, in the place of the one before, once its server answers. */
export async function showWork(
  { registry, sign }: Pick<Connection, "registry" | "sign">,
  { session, release, releasesDir, shell }: Shown,
  signal: AbortSignal,
): Promise<Deployment> {
  await publishRelease(registry, release, { releasesDir, sign });
  const releases = [release, ...(shell ? [shell] : [])].map(releaseRef);
  const preview = { name: session.name, hours: HOURS };
  let deployment = await registry.createDeployment(releases, { preview });
  while (deployment.state === "running") {
    await sleep(POLL_MS, signal);
    deployment = await registry.getDeployment(deployment.id);
  }
  return deployment;
}
