import { processIo } from "./io.ts";
import { onceOutputFails } from "./output-failure.ts";
import { run } from "./run.ts";

onceOutputFails((error) => {
  // What runs on tells its processes to stop, as when its terminal closes.
  if (process.listenerCount("SIGHUP") > 0) process.emit("SIGHUP", "SIGHUP");
  // Whoever read us may have had enough: `sliceway logs posts | head`.
  else process.exit(error.code === "EPIPE" ? 0 : 1);
});
process.exitCode = await run(process.argv.slice(2), processIo());
