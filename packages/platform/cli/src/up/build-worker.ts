import { SlicewayError } from "@sliceway/errors";
import type { Release } from "@sliceway/protocol";
import { buildOnce } from "../release/build-once.ts";
import type { BuildStep } from "../release/build-release.ts";

/** What a worker tells the process that started it. */
export type WorkerMessage =
  | { kind: "step"; step: BuildStep }
  | { kind: "built"; release: Release }
  | { kind: "refused"; code: string; message: string; fix: string };

const [projectDir = "", sliceDir = "", releasesDir = ""] = process.argv.slice(2);
const tell = (message: WorkerMessage) => process.send?.(message);

process.once("disconnect", () => process.exit(1));
try {
  const release = await buildOnce({
    projectDir,
    sliceDir,
    releasesDir,
    onStep: (step) => tell({ kind: "step", step }),
  });
  tell({ kind: "built", release });
} catch (error) {
  if (!(error instanceof SlicewayError)) throw error;
  const { code, message, fix } = error;
  tell({ kind: "refused", code, message, fix });
}
process.disconnect();
