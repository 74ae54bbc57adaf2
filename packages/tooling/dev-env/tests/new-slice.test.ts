import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DevEnv, startDevEnv } from "../src/index.ts";
import { copyProject, type ProjectCopy } from "./support/copy-project.ts";
import { run } from "./support/run.ts";
import { runWorkflow } from "./support/run-workflow.ts";
import { ask, startVisits } from "./support/visits.ts";
import { readWorkflow } from "./support/workflow.ts";

const SLICE = "photo-albums";
const MINUTES = 60_000;

let env: DevEnv;
let project: ProjectCopy;
let runs = 0;
let written: Awaited<ReturnType<typeof type>>;
let secrets: { token: string; "signing-key": string };
beforeAll(async () => {
  [env, project] = await Promise.all([startDevEnv(), copyProject()]);
  written = await type(`npx sliceway new ${SLICE} --title Albums --no-install`);
  for (const part of ["contract", "server", "web"])
    await project.link(`@sliceway/${SLICE}-${part}`, `slices/${SLICE}/${part}`);
  const token = await give(`token create ${SLICE}`);
  secrets = { token, "signing-key": await give(`key create ${SLICE} --print`) };
}, 10 * MINUTES);
afterAll(async () => {
  await env?.[Symbol.asyncDispose]();
  await project?.[Symbol.asyncDispose]();
});

/** The programs of the project come first, as in `npm run`. */
const environment = () => ({
  PATH: [join(project.dir, "node_modules/.bin"), process.env.PATH].join(delimiter),
  HOME: process.env.HOME,
  CI: "true",
});

const type = (line: string) => run(line, { cwd: project.dir, env: environment() });

/** What the administrator's command prints for the secrets of a pipeline. */
async function give(command: string): Promise<string> {
  const { code, output } = await type(`SLICEWAY_HOME=${env.home} npx sliceway ${command} 2>/dev/null`);
  expect(code, output).toBe(0);
  return output.trim();
}

/** Runs what the slice's pipeline runs after a push to the main branch, against the platform. */
async function push(canary: string) {
  const workflow = await readWorkflow(join(project.dir, ".github/workflows/slice.yml"));
  const contexts = {
    github: { event_name: "push", event: {}, run_id: ++runs },
    inputs: { slice: SLICE, canary },
    secrets,
    vars: { SLICEWAY_REGISTRY_URL: env.registryUrl, SLICEWAY_GATEWAY_URL: env.gatewayUrl },
  };
  return await runWorkflow(workflow, contexts, { cwd: project.dir, env: environment() });
}

/** What visitors get of the slice. */
async function readRouting() {
  const { live, canaries } = await env.registry.getRouting();
  const { releases } = await env.registry.getVector(live ?? "");
  return { release: releases[SLICE], canaries };
}

test(
  "a new slice is written, and fits in",
  async () => {
    expect(written).toMatchObject({ code: 0, output: expect.stringContaining(`sliceway deploy ${SLICE}`) });
    const again = await type(`npx sliceway new ${SLICE} --no-install`);
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining("already") });
  },
  MINUTES,
);

test.each([
  ["is formatted as the project is", `npx biome ci slices/${SLICE}`],
  ["has the types and the schema that its migrations come to", `npx sliceway generate-db ${SLICE}`],
  ["has types in web/", `cd slices/${SLICE}/web; sliceway-generate; tsc -p .`],
  ["has types in server/", `cd slices/${SLICE}/server; sliceway-generate-events; tsc -p .`],
  ["leaves nothing unused, and uses nothing unlisted", `npx knip --workspace './slices/${SLICE}/*'`],
  ["passes its tests", `npx vitest run slices/${SLICE}`],
])(
  "it %s",
  async (_, line) => {
    const { code, output } = await type(line);
    expect(output).not.toContain(`${SLICE}: slices`);
    expect(code, output).toBe(0);
  },
  5 * MINUTES,
);

describe("its pipeline", () => {
  let first: Awaited<ReturnType<typeof push>>;
  beforeAll(async () => {
    first = await push("50");
  }, 10 * MINUTES);

  test(
    "makes it live: everybody has its page, its link and its data",
    async () => {
      const { results, printed } = first;
      expect(results, JSON.stringify(printed, null, 2)).toEqual({
        check: "success",
        preview: "success",
        "end-to-end": "success",
        "end-preview": "success",
        canary: "success",
        promote: "success",
        rollback: "skipped",
      });
      const { live, previews } = await env.registry.getRouting();
      expect(previews).toEqual({});
      const answer = await ask(env, live ?? "", "PhotoAlbumsPage");
      expect(answer).toMatchObject({ data: { photoAlbumsEntries: { pageInfo: { hasNextPage: false } } } });
      const page = await (await fetch(env.gatewayUrl)).text();
      expect(page).toContain(`"path":"/${SLICE}","icon"`);
    },
    10 * MINUTES,
  );

  test(
    "ends with a rollback when a release fails under its visitors, and what was live stays live",
    async () => {
      const before = await readRouting();
      const file = join(project.dir, `slices/${SLICE}/server/src/operations/read-entry-connection.ts`);
      const source = await readFile(file, "utf8");
      const faulty = 'if (args.after) throw new Error("there is no second page");\n  const page =';
      await writeFile(file, source.replace("const page =", faulty));

      const secondPage = {
        after: Buffer.from(JSON.stringify([new Date().toISOString(), randomUUID()])).toString("base64url"),
      };
      await using _visits = startVisits(env, "PhotoAlbumsPage", secondPage);
      const { results, printed } = await push("50,100");
      expect(results, JSON.stringify(printed, null, 2)).toMatchObject({
        "end-to-end": "success",
        canary: "failure",
        promote: "skipped",
        rollback: "success",
      });
      expect(printed.canary).toMatch(/rolled back at 50% of the visitors/);
      expect(await readRouting()).toEqual(before);
    },
    10 * MINUTES,
  );
});
