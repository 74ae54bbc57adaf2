import { publish, type TestRegistry } from "@sliceway/registry/testing";
import { sliceOf } from "../model/model.ts";
import { sketchRelease } from "../releases/sketch-release.ts";
import type { Names } from "./names.ts";

/** Publishes each release once; gives its real name (`notes@3f9c2a1b04de`). */
export type Publish = (ref: string) => Promise<string>;

export function createPublish({ client, service }: TestRegistry, names: Names): Publish {
  const published = new Map<string, Promise<string>>();
  const publishOne = async (ref: string) => {
    const release = await publish(client, sliceOf(ref), sketchRelease(ref));
    // All that it brings the database has had since the beginning.
    if (hasMigrated(ref)) await service.reportMigrated(release.slice, release.id, { ok: true });
    return names.add(ref, release);
  };
  return (ref) => {
    const known = published.get(ref) ?? publishOne(ref);
    published.set(ref, known);
    return known;
  };
}

function hasMigrated(ref: string): boolean {
  return ref.startsWith("notes@") && Number(ref.slice("notes@".length)) > 2;
}
