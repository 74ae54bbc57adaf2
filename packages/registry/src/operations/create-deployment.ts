import { randomBytes } from "node:crypto";
import { type Deployment, parseReleaseRef } from "@sliceway/manifest";
import type { Context } from "../context.ts";
import { insertDeployment } from "../db/deployments.ts";
import { isPublished } from "../db/releases.ts";
import { beginDeployment } from "../deployment/steps.ts";
import { Refusal } from "../refusal.ts";
import { releaseUnknown } from "./ensure-vector.ts";

/** Begins to make published releases live as one set; the registry's regular work carries it on. */
export async function createDeployment({ db, now, log }: Context, refs: string[]): Promise<Deployment> {
  const releases = refs.map(parseRef);
  const slices = new Set(releases.map(({ slice }) => slice));
  if (slices.size < releases.length) throw invalid("A deployment takes one release of a slice.");
  const published = await Promise.all(releases.map((release) => isPublished(db, release)));
  const problems = releases.flatMap(({ slice, id }, index) =>
    published[index] ? [] : [releaseUnknown(slice, id)],
  );
  if (problems.length > 0)
    throw new Refusal("DEPLOYMENT_INVALID", problems[0]?.message ?? "", "Publish it first.", { problems });
  const deployment = beginDeployment(`d-${randomBytes(6).toString("hex")}`, refs, now());
  await insertDeployment(db, deployment);
  log.info({ deployment: deployment.id, releases: refs }, "deployment begun");
  return deployment;
}

function parseRef(ref: string): { slice: string; id: string } {
  try {
    return parseReleaseRef(ref);
  } catch (cause) {
    throw invalid((cause as TypeError).message, cause);
  }
}

function invalid(message: string, cause?: unknown): Refusal {
  return new Refusal("REQUEST_INVALID", message, "Name each slice once, like posts@3f9c2a1b04de.", { cause });
}
