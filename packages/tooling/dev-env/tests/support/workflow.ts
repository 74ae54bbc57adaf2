import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { z } from "zod";

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});

const jobSchema = z.object({
  needs: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
  if: z.string().optional(),
  steps: z.array(stepSchema),
});

const workflowSchema = z.object({
  env: z.record(z.string(), z.string()).default({}),
  jobs: z.record(z.string(), jobSchema),
});

/** The parts of a GitHub workflow that say what is run, and when. */
export type Workflow = z.infer<typeof workflowSchema>;
export type Job = z.infer<typeof jobSchema>;

export async function readWorkflow(path: string): Promise<Workflow> {
  return workflowSchema.parse(parse(await readFile(path, "utf8")));
}

/** What expressions may name: `github`, `inputs`, `secrets`, `vars`, `needs`. */
export type Contexts = Record<string, object>;

const functions = {
  always: () => true,
  endsWith: (text: string, end: string) => text.endsWith(end),
  format: (text: string, ...values: unknown[]) => text.replaceAll(/\{(\d)\}/g, (_, at) => String(values[at])),
};

/** A text with its `${{ expressions }}` worked out. */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression) => String(evaluate(expression, contexts) ?? ""));
}

/** Whether a job is run. Without a word on it that is so if all that it needs went well. */
export function isDue(job: Job, contexts: Contexts & { needs: Record<string, { result: string }> }): boolean {
  const expression = /\$\{\{(.*)\}\}/.exec(job.if ?? "")?.[1] ?? "true";
  const wentWell = job.needs.every((name) => contexts.needs[name]?.result === "success");
  return (wentWell || expression.includes("always()")) && Boolean(evaluate(expression, contexts));
}

/** GitHub's expressions are nearly those of JavaScript; names may have hyphens. */
function evaluate(expression: string, contexts: Contexts): unknown {
  return runInNewContext(expression.replaceAll(/\.(\w+(?:-\w+)+)/g, '["$1"]'), { ...functions, ...contexts });
}
