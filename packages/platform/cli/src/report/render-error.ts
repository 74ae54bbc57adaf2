import { SlicewayError } from "@sliceway/errors";
import { RegistryError } from "@sliceway/protocol/client";
import type { Colors, Io } from "../io.ts";
import { renderProblem } from "./render-problem.ts";

/** Whoever runs a command has a platform: it starts its registry again by itself. */
const REGISTRY_AWAY =
  "What is live goes on without it, but nothing can be changed until it is back. See `sliceway logs registry`.";

/** An error for the person who ran the command: what is wrong and what to do, without a stack. */
export function renderError(error: unknown, io: Pick<Io, "colors" | "env">): string {
  const { red, dim } = io.colors;
  if (error instanceof SlicewayError) {
    const problems = error instanceof RegistryError ? error.problems : [];
    const lines = problems.map((problem) => renderProblem(problem, io.colors));
    const fix = error.code === "REGISTRY_UNREACHABLE" ? REGISTRY_AWAY : error.fix;
    return [...lines, renderMessage(error, io.colors), fix].join("\n");
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (isDebugging(io.env)) return red(stack ?? message);
  return `${red(`Something unexpected went wrong: ${message}`)}\n${dim("Run it again with LOG_LEVEL=debug to see where.")}`;
}

/** What is wrong, with the code that `sliceway explain` takes at the end of its first line. */
export function renderMessage(
  { message, code }: Pick<SlicewayError, "message" | "code">,
  { red, dim }: Pick<Colors, "red" | "dim">,
): string {
  const [first = "", ...rest] = message.split("\n").map(red);
  return [`${first}  ${dim(code)}`, ...rest].join("\n");
}

function isDebugging(env: NodeJS.ProcessEnv): boolean {
  return env.LOG_LEVEL === "debug" || env.LOG_LEVEL === "trace";
}
