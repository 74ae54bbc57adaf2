import { run } from "./run.ts";
import { type Contexts, fillIn, isDue, type Workflow } from "./workflow.ts";

export type Result = "success" | "failure" | "skipped";

export interface WorkflowRun {
  /** By job. */
  results: Record<string, Result>;
  /** What each job printed. */
  printed: Record<string, string>;
}

/** Runs a workflow's commands as GitHub does, job after job, but for its actions: all is checked out and installed. */
export async function runWorkflow(
  workflow: Workflow,
  contexts: Contexts,
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<WorkflowRun> {
  const results: WorkflowRun["results"] = {};
  const printed: WorkflowRun["printed"] = {};
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needs = Object.fromEntries(job.needs.map((needed) => [needed, { result: results[needed] ?? "" }]));
    results[name] = isDue(job, { ...contexts, needs }) ? "success" : "skipped";
    for (const step of results[name] === "success" ? job.steps : []) {
      if (step.run === undefined || results[name] === "failure") continue;
      const own = Object.entries({ ...workflow.env, ...step.env });
      const given = Object.fromEntries(own.map(([key, value]) => [key, fillIn(value, contexts)]));
      const { code, output } = await run(step.run, { cwd, env: { ...env, ...given } });
      printed[name] = `${printed[name] ?? ""}${output}`;
      if (code !== 0) results[name] = "failure";
    }
  }
  return { results, printed };
}
