import { RegistryError } from "@sliceway/registry/client";
import { SlicewayError } from "@sliceway/service-kit";
import type { Io } from "../io.ts";
import { renderProblem } from "./render-problem.ts";

/** An error for the person who ran the command: what is wrong and what to do, without a stack. */
export function renderError(error: unknown, io: Pick<Io, "colors" | "env">): string {
  const { red, dim } = io.colors;
  if (error instanceof SlicewayError) {
    const problems = error instanceof RegistryError ? error.problems : [];
    const lines = problems.map((problem) => renderProblem(problem, io.colors));
    return [...lines, red(error.message), error.fix].join("\n");
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (isDebugging(io.env)) return red(stack ?? message);
  return `${red(`Something unexpected went wrong: ${message}`)}\n${dim("Run it again with LOG_LEVEL=debug to see where.")}`;
}

function isDebugging(env: NodeJS.ProcessEnv): boolean {
  return env.LOG_LEVEL === "debug" || env.LOG_LEVEL === "trace";
}
