/** Calls `onFailure` the first time that standard output or error cannot be written; later failures are nothing new. */
export function onceOutputFails(onFailure: (error: NodeJS.ErrnoException) => void): void {
  let failed = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (failed) return;
      failed = true;
      onFailure(error);
    });
  }
}
