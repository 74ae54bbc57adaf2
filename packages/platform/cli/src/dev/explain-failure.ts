import { SlicewayError } from "@sliceway/errors";
import type { Deployment, Problem } from "@sliceway/protocol";
import { BuildError } from "@sliceway/web-kit/build";
import type { Context } from "../context.ts";
import { errors } from "../deployment/deployment-errors.ts";
import { locateProblem } from "../deployment/locate-problem.ts";
import { webFailed } from "../release/build-web.ts";
import { renderMessage } from "../report/render-error.ts";
import { renderProblem } from "../report/render-problem.ts";

/** The registry would not have it, or its server did not start. */
export class NotShown extends SlicewayError {
  readonly problems: Problem[];

  constructor({ releases, problems }: Pick<Deployment, "releases" | "problems">) {
    const named = problems.map(({ message }) => message).join(" ");
    const text = errors.NOT_SHOWN(`${releases[0]} cannot be shown. ${named}`);
    super({ ...text, fix: problems[0]?.fix ?? text.fix });
    this.name = "NotShown";
    this.problems = problems;
  }
}

/** Why a save did not come through, for the terminal and the page alike. */
export function explainFailure(
  error: unknown,
  { project, io }: Pick<Context, "project" | "io">,
  slice: string,
): string {
  const mistake = asMistake(error, slice);
  const plain = { ...io.colors, bold: String, dim: String, red: String };
  if (mistake instanceof NotShown && mistake.problems.length > 0) {
    const located = mistake.problems.map((problem) => locateProblem(problem, project, io.cwd));
    return located.map((problem) => renderProblem(problem, plain)).join("\n");
  }
  if (mistake instanceof SlicewayError) return `${renderMessage(mistake, plain)}\n${mistake.fix}`;
  return `Something unexpected went wrong: ${String(error)}`;
}

/** What a build of the web part throws, as all other mistakes are thrown. */
export function asMistake(error: unknown, slice: string): unknown {
  return error instanceof BuildError ? webFailed(slice, error) : error;
}
