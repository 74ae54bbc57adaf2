import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { planPipeline } from "../src/new/plan-files.ts";
import { createWords } from "../src/new/slice-words.ts";

const projectDir = resolve(import.meta.dirname, "../../../..");
const workflowsDir = join(projectDir, ".github/workflows");
const slices = await readdir(join(projectDir, "slices"));
const names = await readdir(workflowsDir);

const readText = (name: string) => readFile(join(workflowsDir, name), "utf8");

interface Job {
  "timeout-minutes": number;
  permissions?: unknown;
  steps: { uses?: string; run?: string }[];
}

const { jobs, permissions, concurrency } = parse(await readText("slice.yml")) as {
  jobs: Record<string, Job>;
  permissions: unknown;
  concurrency: string | { group: string };
};

test("every slice and the shell have a pipeline, and nothing else has one", () => {
  const pipelines = names.filter((name) => name.startsWith("slice-"));
  expect(pipelines.sort()).toEqual([...slices, "shell"].map((name) => `slice-${name}.yml`).sort());
});

test.each(slices)("the pipeline of %s is like the others but for the name", async (name) => {
  const { path, text } = await planPipeline(createWords(name));
  expect(await readFile(join(projectDir, path), "utf8")).toBe(text);
});

test("the shell's pipeline is like a slice's but for its folder", async () => {
  const { text } = await planPipeline(createWords("shell"));
  expect(await readText("slice-shell.yml")).toBe(text.replaceAll("slices/shell/", "shell/"));
});

// What a branch or a pull request is called must not get into a command: values come in the environment.
test("each step is an action of a known version or a command that people can type", () => {
  for (const { uses, run } of Object.values(jobs).flatMap(({ steps }) => steps))
    expect(uses ?? run).toMatch(
      /^(actions\/[\w-]+@v\d+|\.\/\.github\/actions\/\w+|npx (sliceway|playwright) [^{]*)$/,
    );
});

test("a pipeline may read the sources and nothing else, ends, and is alone with its slice", () => {
  expect(permissions).toEqual({ contents: "read" });
  for (const job of Object.values(jobs)) {
    expect(job.permissions).toBeUndefined();
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(120);
  }
  expect(JSON.stringify(concurrency)).toMatch(/slice-\$\{\{ inputs\.slice \}\}/);
});
