import { SlicewayError } from "@sliceway/errors";
import type { Io } from "../io.ts";
import { inStep } from "../report/steps.ts";
import { errors } from "./new-errors.ts";
import { runProgram } from "./run-program.ts";

/** Lets npm link the new slice's packages. Throws SlicewayError `INSTALL_FAILED`. */
export async function installPackages(io: Io, projectDir: string): Promise<void> {
  const work = async (onLine: (line: string) => void) => {
    const { code, output } = await runProgram(["npm", "install"], { cwd: projectDir, onLine });
    if (code !== 0) throw installFailed(output);
  };
  await inStep(
    io,
    "install",
    (step) => work(step.note),
    () => "packages linked, lock file written",
  );
}

function installFailed(output: string): SlicewayError {
  return new SlicewayError(
    errors.INSTALL_FAILED(`npm install did not work:\n${output.trim().split("\n").slice(-10).join("\n")}`),
  );
}
