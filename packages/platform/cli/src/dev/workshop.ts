import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Release } from "@sliceway/protocol";
import type { HotBuild } from "@sliceway/web-kit/build";
import type { Context } from "../context.ts";
import type { Connection } from "../platform/connect.ts";
import { createBundler } from "../release/bundle-server.ts";
import { createBell } from "./bell.ts";
import { buildSave } from "./build-save.ts";
import { createTurn } from "./create-turn.ts";
import type { DevReport } from "./dev-report.ts";
import { asMistake, explainFailure } from "./explain-failure.ts";
import { createPages } from "./pages.ts";
import { createRemote } from "./remote.ts";
import type { Session } from "./session.ts";
import { createStage } from "./stage.ts";
import { watchSources } from "./watch-sources.ts";

export interface WorkshopParts {
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
export interface Workshop extends AsyncDisposable {
  /** Shows what lies in the tree. Throws what keeps it from being shown. */
  begin(signal: AbortSignal): Promise<void>;
  /** Takes saves until the signal aborts. What does not come through is told; what was shown before stays. */
  work(signal: AbortSignal): Promise<void>;
}

/** A registry that did not answer is asked again. */
const ASK_AGAIN_MS = 2_000;

export async function openWorkshop(parts: WorkshopParts): Promise<Workshop> {
  const { context, connection, session, slice, sliceDir, report } = parts;
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), "sliceway-dev-"));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const { bundle } = stack.use(createBundler(slice, sliceDir));
  const bell = createBell();
  const pages = createPages(connection.registry, session);
  const onBuild = (build: HotBuild) => {
    pages.add(build);
    bell.ring();
  };
  const remote = stack.use(createRemote({ sliceDir, outDir: join(dir, "web"), dev: session.id, onBuild }));
  const releasesDir = join(dir, "releases");
  const stage = createStage({ connection, session, releasesDir, shell: parts.shell });
  const sources = stack.use(await watchSources(context.project.dir, sliceDir, bell.ring));
  const build = () => buildSave({ dev: session.id, sliceDir, releasesDir, bundle, remote, report });
  const explain = (error: unknown) => explainFailure(error, context, slice);

  async function renew(signal: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    const save = await stage.show(await build(), signal);
    if (save) report.tell(save.what, save.detail, performance.now() - startedAt);
  }
  const turn = createTurn({ sources, pages, stage, report, renew, explain });

  const opened = stack.move();
  return {
    async begin(signal) {
      const release = await build().catch((error: unknown) => Promise.reject(asMistake(error, slice)));
      await pages.send({ stale: [], problem: null, isAhead: false });
      await stage.show(release, signal);
    },
    async work(signal) {
      for (await bell.heard(signal); !signal.aborted; await bell.heard(signal)) {
        await turn(signal).catch((error: unknown) => {
          if (signal.aborted) return;
          report.problem(explain(error));
          setTimeout(bell.ring, ASK_AGAIN_MS).unref();
        });
      }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
