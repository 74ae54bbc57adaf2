import { randomBytes } from "node:crypto";
import { type Release, releaseRef } from "@sliceway/manifest";
import type { RegistryClient } from "@sliceway/registry/client";
import { type Logger, retry } from "@sliceway/service-kit";
import type { Home } from "../home/open-home.ts";
import { keepRunning } from "../process/keep-running.ts";
import { type Child, startChild } from "../process/start-child.ts";
import type { LogBook } from "../process/write-log.ts";
import type { createPortChooser } from "./choose-port.ts";
import { migrateRelease } from "./migrate-release.ts";
import { sliceCommand } from "./slice-command.ts";
import type { createSliceDatabases } from "./slice-databases.ts";
import { watchHealth } from "./watch-health.ts";

/** What all releases share. */
export interface ReleaseHost {
  home: Home;
  registry: RegistryClient;
  registryUrl: string;
  serviceToken: string;
  databases: ReturnType<typeof createSliceDatabases>;
  ports: ReturnType<typeof createPortChooser>;
  logBook: LogBook;
  log: Logger;
  /** Where the instance listens, as its lease says; undefined while it holds none. */
  urlOf: (instance: string) => string | undefined;
}

export interface RunningRelease extends AsyncDisposable {
  readonly pid: number | null;
}

/** How much of a server's last output is kept, to say why it ended. */
const LAST_LINES = 5;

/**
 * Keeps a server of a release running until disposed: migrates, starts, checks, starts again. What goes wrong before
 * the first answer is reported to the registry, so that a deployment that waits for it can say why.
 */
export function runRelease(host: ReleaseHost, release: Release): RunningRelease {
  const { registry, log } = host;
  const name = releaseRef(release);
  const instance = `${name}-${randomBytes(3).toString("hex")}`;
  const lastLines: string[] = [];
  let migrated = false;

  async function start(): Promise<Child> {
    const database = await host.databases.open(release.slice);
    if (!migrated) await migrateAndReport(host, release, database.migratorUrl);
    migrated = true;
    const port = await host.ports.choose(release.slice);
    const { home, registryUrl, serviceToken } = host;
    const settings = { home, release, database, registryUrl, serviceToken, instance, port };
    const write = host.logBook.open(name);
    const onLine = (line: string) => {
      lastLines.push(line);
      if (lastLines.length > LAST_LINES) lastLines.shift();
      write(line);
    };
    const command = sliceCommand(release.manifest.server?.start ?? [], settings);
    return startChild({ name, runDir: home.runDir, onLine, ...command });
  }

  function reportEnd(reason: string): void {
    const error = [`The server ended (${reason}).`, ...lastLines].join("\n");
    registry
      .reportFailed(release.slice, release.id, error)
      .catch((cause) => log.warn({ err: cause }, "not reported"));
  }

  const kept = keepRunning({ name, start, onEnd: reportEnd, log });
  const url = () => host.urlOf(instance);
  const health = watchHealth({ name, url, onSick: () => kept.restart(), log });
  return {
    get pid() {
      return kept.pid;
    },
    [Symbol.asyncDispose]: async () => {
      await health[Symbol.asyncDispose]();
      await kept[Symbol.asyncDispose]();
    },
  };
}

async function migrateAndReport(
  { home, registry, log }: ReleaseHost,
  release: Release,
  url: string,
): Promise<void> {
  const report = (outcome: { ok: boolean; error?: string }) =>
    retry(() => registry.reportMigrated(release.slice, release.id, outcome), { attempts: 5 });
  try {
    await migrateRelease(home, release, url, log);
  } catch (error) {
    await report({ ok: false, error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
  await report({ ok: true });
}
