import type { RegistryClient } from "@sliceway/protocol/client";
import { type BuildError, HOT_STATE, type HotBuild, type HotState } from "@sliceway/web-kit/build";
import type { Session } from "./session.ts";

/** Files under way at the same time. */
const UPLOADS = 4;
/** Module Federation's own lists, which nobody reads. */
const UNUSED = /^mf-\w+\.json$/;

interface PageState extends Pick<HotState, "stale" | "problem"> {
  /** Keeps files back that ask for what is not shown yet. */
  isAhead: boolean;
}

/** What the open pages of a session take over without being loaded anew: they look at files. */
export interface HotUpdates {
  /** Why the remote could not be built last; null if it could. */
  readonly problem: BuildError | null;
  /** Takes what a build has written. */
  add(build: HotBuild): void;
  /** Sends what has changed, and last of all the state that says so. Resolves to the build that pages now take over. */
  send(state: PageState): Promise<HotBuild | null>;
}

export function createHotUpdates(registry: RegistryClient, { name }: Session): HotUpdates {
  const waiting = new Map<string, Buffer>();
  let problem: BuildError | null = null;
  let latest: HotBuild | null = null;
  let hash = "";

  async function upload(): Promise<void> {
    const files = [...waiting];
    const next = async () => {
      for (let file = files.shift(); file !== undefined; file = files.shift()) {
        const [path, bytes] = file;
        await registry.putDevFile(name, path, bytes);
        // A build that came meanwhile has put another one there.
        if (waiting.get(path) === bytes) waiting.delete(path);
      }
    };
    await Promise.all(Array.from({ length: UPLOADS }, next));
  }

  return {
    get problem() {
      return problem;
    },
    add(build) {
      problem = build.problem;
      if (problem) return;
      latest = build;
      for (const [path, bytes] of build.files) if (!UNUSED.test(path)) waiting.set(path, bytes);
    },
    async send({ isAhead, ...state }) {
      const sent = isAhead ? null : latest;
      if (sent) await upload();
      const isNew = sent !== null && sent.hash !== hash;
      hash = sent?.hash ?? hash;
      const hot: HotState = { hash, ...state };
      await registry.putDevFile(name, HOT_STATE, Buffer.from(JSON.stringify(hot)));
      return isNew ? sent : null;
    },
  };
}
