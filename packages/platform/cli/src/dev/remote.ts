import type { SliceManifest } from "@sliceway/protocol";
import { type HotBuild, watchRemote } from "@sliceway/web-kit/build";

export interface RemoteOptions {
  sliceDir: string;
  outDir: string;
  /** The session's id. */
  dev: string;
  /** Told of each build but the first. */
  onBuild: (build: HotBuild) => void;
}

/** The remote of a slice, built anew with every save. */
export interface Remote extends AsyncDisposable {
  /** As it was built last. Begins to build it, or begins again where slice.json exposes other modules. */
  get(manifest: SliceManifest): Promise<HotBuild | undefined>;
}

export function createRemote({ onBuild, ...options }: RemoteOptions): Remote {
  let watching: AsyncDisposable | undefined;
  let modules = "";
  let latest: HotBuild | undefined;

  async function begin(): Promise<void> {
    await watching?.[Symbol.asyncDispose]();
    const first = Promise.withResolvers<void>();
    latest = undefined;
    watching = await watchRemote({
      ...options,
      onBuild: (build) => {
        latest = build;
        first.resolve();
        onBuild(build);
      },
    });
    await first.promise;
  }

  return {
    async get({ web }) {
      const exposed = JSON.stringify(web && [web.routes.map(({ module }) => module), web.slots]);
      if (web && exposed !== modules) await begin();
      modules = exposed;
      return web && latest;
    },
    async [Symbol.asyncDispose]() {
      await watching?.[Symbol.asyncDispose]();
    },
  };
}
