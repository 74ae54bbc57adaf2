import { dirname } from "node:path";
import { BuildError } from "./build-error.ts";
import { generate } from "./documents/generate.ts";

/** `sliceway-generate`, run in a slice's `web/`. */
try {
  await generate({ sliceDir: dirname(process.cwd()) });
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n${error.fix}\n`);
  process.exitCode = 1;
}
