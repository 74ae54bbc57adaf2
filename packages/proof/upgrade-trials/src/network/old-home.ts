import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { editFile } from "../installation/edit-file.ts";
import { cacheDir } from "../installation/project.ts";
import { runProgram } from "../installation/run-program.ts";
import type { Site } from "../platform/site.ts";
import { sliceway } from "../platform/sliceway.ts";
import { startUp } from "../platform/start-up.ts";
import { makeDeadLetter } from "./dead-letter.ts";
import { canaryEdit, deploymentEdit, previewEdit } from "./edits.ts";
import { makeFriends, readLivePlace, retryingSignUp, waitInFeed, writePost } from "./people.ts";

export const PREVIEW = "upgrade";
/** To be changed with what `makeHome` does: a home that was made otherwise is not used any more. */
const MADE_AS = 2;
/** As long as there is: a home that is kept holds it open. */
const PREVIEW_HOURS = 28 * 24;

const factsSchema = z.object({
  /** ISO 8601. */
  madeAt: z.string(),
  deadLetter: z.object({ slice: z.string(), eventId: z.string(), postId: z.string() }),
});

/** What is known of a home that the old code made. */
export type HomeFacts = z.infer<typeof factsSchema>;

type Tell = (line: string) => void;

/**
 * Lays a home into the site that the old code in `dir` made, stopped. It holds the demo network, two friends with posts, a canary
 * of posts, a preview of the feeds, a dead letter, and a release of friends that is built and goes live with the next
 * deployment. It is kept for later trials.
 */
export async function layOldHome(dir: string, commit: string, site: Site, tell: Tell): Promise<HomeFacts> {
  const kept = join(cacheDir, `home-${commit.slice(0, 12)}-${MADE_AS}`);
  const known = await readFacts(kept);
  if (!known) {
    tell("making a home with the old code; it is kept for the next time");
    await rm(kept, { recursive: true, force: true });
    await makeHome(dir, site, tell);
    await mkdir(cacheDir, { recursive: true });
    await rename(site.home, kept).catch(() => copyTree(site.home, kept));
  }
  await rm(site.home, { recursive: true, force: true });
  await copyTree(kept, site.home);
  // What is edited now is built already, if it is built again.
  await editTree(dir);
  return (await readFacts(kept)) ?? Promise.reject(new Error(`${kept} is not whole.`));
}

/** Undefined where there is none, or where its preview ends soon. */
async function readFacts(kept: string): Promise<HomeFacts | undefined> {
  const path = join(kept, "facts.json");
  if (!existsSync(path)) return undefined;
  const facts = factsSchema.parse(JSON.parse(await readFile(path, "utf8")));
  const ageHours = (Date.now() - Date.parse(facts.madeAt)) / 3_600_000;
  return ageHours < PREVIEW_HOURS / 2 ? facts : undefined;
}

async function makeHome(dir: string, site: Site, tell: Tell): Promise<void> {
  const { home } = site;
  const madeAt = new Date().toISOString();
  await using up = await startUp(dir, site);
  const place = await readLivePlace(site);
  tell("  people, posts, a dead letter");
  const [one, other] = await makeFriends(place);
  await waitInFeed(other, await writePost(one, "Written before the upgrade."));
  const deadLetter = await makeDeadLetter(home, await retryingSignUp(place));
  tell("  a canary, a preview, and a release that waits");
  await editTree(dir);
  await sliceway(dir, site, "deploy", "posts", "--canary", "10");
  await sliceway(dir, site, "deploy", "feeds", "--preview", PREVIEW, "--hours", String(PREVIEW_HOURS));
  await sliceway(dir, site, "build", "friends");
  await up.stop();
  const facts: HomeFacts = { madeAt, deadLetter };
  await writeFile(join(home, "facts.json"), JSON.stringify(facts));
}

async function editTree(dir: string): Promise<void> {
  for (const edit of [canaryEdit, previewEdit, deploymentEdit]) await editFile(dir, edit);
}

/** With owners and modes: PostgreSQL looks at both. */
async function copyTree(from: string, to: string): Promise<void> {
  const { code, warned } = await runProgram("cp", ["-a", from, to], { cwd: cacheDir });
  if (code !== 0) throw new Error(warned);
}
