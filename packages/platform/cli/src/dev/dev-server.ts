import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Release } from "@sliceway/protocol";
import type { HotBuild } from "@sliceway/web-kit/build";
import type { Context } from "../context.ts";
import type { Connection } from "../platform/connect.ts";
import { createBundler } from "../release/bundle-server.ts";
import { buildSave } from "./build-save.ts";
import { createSaveHandler } from "./create-save-handler.ts";
import type { DevReport } from "./dev-report.ts";
import { asMistake, explainFailure } from "./explain-failure.ts";
import { createHotUpdates } from "./hot-updates.ts";
import { createPreviewView } from "./preview-view.ts";
import { createRemote } from "./remote.ts";
import type { Session } from "./session.ts";
import { createWakeup } from "./wakeup.ts";
import { watchSources } from "./watch-sources.ts";

export interface DevServerParts {
  context: Context;
  connection: Connection;
  session: Session;
  /** Shown with the slice. */
  shell: Release | undefined;
  slice: string;
  sliceDir: string;
  report: DevReport;
}

/** Where saves become what the session's preview shows. */
export interface DevServer extends AsyncDisposable {
  /** Shows what lies in the tree. Throws what keeps it from being shown. */
  begin(signal: AbortSignal): Promise<void>;
  /** Takes saves until the signal aborts. What does not come through is told; what was shown before stays. */
  handleSaves(signal: AbortSignal): Promise<void>;
}

/** A registry that did not answer is asked again. */
const ASK_AGAIN_MS = 2_000;

export async function openDevServer(parts: DevServerParts): Promise<DevServer> {
  const { context, connection, session, slice, sliceDir, report } = parts;
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), "sliceway-dev-"));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const { bundle } = stack.use(createBundler(slice, sliceDir));
  const wakeup = createWakeup();
  const updates = createHotUpdates(connection.registry, session);
  const onBuild = (build: HotBuild) => {
    updates.add(build);
    wakeup.wake();
  };
  const remote = stack.use(createRemote({ sliceDir, outDir: join(dir, "web"), dev: session.id, onBuild }));
  const releasesDir = join(dir, "releases");
  const view = createPreviewView({ connection, session, releasesDir, shell: parts.shell });
  const sources = stack.use(await watchSources(context.project.dir, sliceDir, wakeup.wake));
  const build = () => buildSave({ dev: session.id, sliceDir, releasesDir, bundle, remote, report });
  const explain = (error: unknown) => explainFailure(error, context, slice);

  async function rebuild(signal: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    const save = await view.show(await build(), signal);
    if (save) report.tell(save.what, save.detail, performance.now() - startedAt);
  }
  const handle = createSaveHandler({ sources, updates, view, report, rebuild, explain });

  const opened = stack.move();
  return {
    async begin(signal) {
      const release = await build().catch((error: unknown) => Promise.reject(asMistake(error, slice)));
      await updates.send({ stale: [], problem: null, isAhead: false });
      await view.show(release, signal);
    },
    async handleSaves(signal) {
      for (await wakeup.woken(signal); !signal.aborted; await wakeup.woken(signal)) {
        await handle(signal).catch((error: unknown) => {
          if (signal.aborted) return;
          report.problem(explain(error));
          setTimeout(wakeup.wake, ASK_AGAIN_MS).unref();
        });
      }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
