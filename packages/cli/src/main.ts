import { processIo } from "./io.ts";
import { run } from "./run.ts";

// Whoever reads us may stop reading: `sliceway logs posts | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await run(process.argv.slice(2), processIo());
