import type { Release } from "@sliceway/manifest";
import { startChild } from "./process/start-child.ts";
import { sliceCommand } from "./slices/slice-command.ts";
import type { Platform } from "./start-platform.ts";

/** Runs the `seed` command of each release that has one, those that sign people in first. */
export async function seedSlices(platform: Platform, releases: Release[]): Promise<void> {
  const first = (release: Release) => (release.manifest.provides.includes("identity") ? 0 : 1);
  for (const release of releases.toSorted((a, b) => first(a) - first(b))) await seedSlice(platform, release);
}

async function seedSlice(platform: Platform, release: Release): Promise<void> {
  const { home, registryUrl, secrets } = platform;
  const seed = release.manifest.server?.seed;
  if (!seed) return;
  const command = sliceCommand(seed, {
    home,
    release,
    database: await platform.databaseOf(release.slice),
    registryUrl,
    serviceToken: secrets.serviceToken,
    instance: `${release.slice}-seed`,
    port: 0,
  });
  const name = `${release.slice}-seed`;
  const child = await startChild({ name, runDir: home.runDir, onLine: platform.logLineOf(name), ...command });
  const end = await child.ended;
  if (end !== "exit code 0") throw new Error(`The seed command of ${release.slice} failed (${end}).`);
}
