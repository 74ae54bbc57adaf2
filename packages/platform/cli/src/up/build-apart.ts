import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { SlicewayError } from "@sliceway/errors";
import type { Release } from "@sliceway/protocol";
import type { BuildStep } from "../release/build-release.ts";
import type { WorkerMessage } from "./build-worker.ts";

const worker = fileURLToPath(new URL("./build-worker.ts", import.meta.url));

interface BuildApartOptions {
  projectDir: string;
  sliceDir: string;
  releasesDir: string;
  onStep: (step: BuildStep) => void;
  signal: AbortSignal;
}

/**
 * Builds a slice in a process of its own, as `buildOnce` does: several can be built side by side, and the memory that
 * bundlers need is given back. Throws what `buildRelease` throws.
 */
export async function buildApart(options: BuildApartOptions): Promise<Release> {
  const { projectDir, sliceDir, releasesDir, onStep, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<Release>();
  let errors = "";
  const child = fork(worker, [projectDir, sliceDir, releasesDir], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    signal,
    killSignal: "SIGKILL",
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  child.on("message", (message: WorkerMessage) => {
    if (message.kind === "step") onStep(message.step);
    else if (message.kind === "built") resolve(message.release);
    else reject(new SlicewayError(message));
  });
  child.once("error", reject);
  child.once("close", (code) =>
    reject(new Error(`the build of ${sliceDir} ended with code ${code}\n${errors}`)),
  );
  return promise;
}
