import { dirname } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { generateEvents } from "./generate-events.ts";

/** `sliceway-generate-events`, run in a slice's `server/`. */
try {
  await generateEvents({ sliceDir: dirname(process.cwd()) });
} catch (error) {
  if (!(error instanceof SlicewayError)) throw error;
  process.stderr.write(`${error.message}\n${error.fix}\n`);
  process.exitCode = 1;
}
