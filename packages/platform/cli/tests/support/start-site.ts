import { join } from "node:path";
import { prepareTestHome } from "@sliceway/postgres/testing";
import { startPlatform } from "@sliceway/runtime";
import { run } from "../../src/run.ts";
import { type RecordingIo, recordingIo } from "../../src/testing/recording-io.ts";
import type { TemporaryFolder } from "../../src/testing/temporary-folder.ts";
import { notesProject } from "./notes.ts";

/** What a command printed, and its exit code. */
export interface Outcome extends RecordingIo {
  code: number;
}

/** A project with the slice `notes`, and a running platform of its own. */
export interface Site extends AsyncDisposable {
  project: TemporaryFolder;
  home: string;
  gatewayUrl: string;
  /** Runs a command in the project, as if typed. */
  sliceway(...argv: string[]): Promise<Outcome>;
}

export async function startSite(): Promise<Site> {
  await using stack = new AsyncDisposableStack();
  const project = stack.use(await notesProject());
  const home = join(project.path, ".sliceway");
  await prepareTestHome(home);
  const platform = stack.use(await startPlatform({ home, ports: { gateway: 0, registry: 0 } }));
  const opened = stack.move();
  return {
    project,
    home,
    gatewayUrl: platform.gatewayUrl,
    sliceway: (...argv) => sliceway(project.path, ...argv),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Runs a command in a folder, without a terminal. */
export async function sliceway(cwd: string, ...argv: string[]): Promise<Outcome> {
  const io = recordingIo({ cwd });
  return { ...io, code: await run(argv, io) };
}
