import { join } from "node:path";
import type { Release } from "@sliceway/manifest";
import type { Home } from "../home/open-home.ts";
import type { SliceDatabase } from "./slice-databases.ts";

/** What every slice server is told, whatever its language; docs/operations.md lists it. */
export interface SliceSettings {
  home: Home;
  release: Release;
  database: SliceDatabase;
  registryUrl: string;
  serviceToken: string;
  instance: string;
  port: number;
}

export interface SliceCommand {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
}

/** How a command of slice.json (`start`, `seed`) is run. `node` is the Node that runs this. */
export function sliceCommand([command = "", ...args]: string[], settings: SliceSettings): SliceCommand {
  const { home, release, database } = settings;
  return {
    command: command === "node" ? process.execPath : command,
    args,
    cwd: join(home.releasesDir, release.slice, release.id, "server"),
    env: {
      NODE_ENV: "production",
      NODE_OPTIONS: "--enable-source-maps",
      HOST: "127.0.0.1",
      PORT: String(settings.port),
      SLICE: release.slice,
      RELEASE: release.id,
      INSTANCE: settings.instance,
      DATABASE_URL: database.appUrl,
      EVENTS_URL: database.eventsUrl,
      REGISTRY_URL: settings.registryUrl,
      SERVICE_TOKEN: settings.serviceToken,
      KEYS_CACHE: join(home.keysDir, `${release.slice}.json`),
      LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
    },
  };
}
