import { createKeyedMutex, type KeyedMutex, type Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { Composer } from "./compose/start-composer.ts";
import type { RegistryConfig } from "./config.ts";
import type { Tables } from "./db/tables.ts";

import { openReleaseFiles, type ReleaseFiles } from "./files/release-files.ts";
import { createCompatibility, type IsCompatible } from "./forward/compatibility.ts";
import { createStateFeed, type StateFeed } from "./watch/state-feed.ts";

/** What tests may put in place of the real thing. */
export interface Overrides {
  now?: () => Date;
}

/** All that operations work with. */
export interface Context {
  config: RegistryConfig;
  db: Kysely<Tables>;
  log: Logger;
  now: () => Date;
  files: ReleaseFiles;
  /** Publishing one release, or making one vector, happens once at a time. */
  mutex: KeyedMutex;
  composer: Composer;
  isCompatible: IsCompatible;
  feed: StateFeed;
}

export async function createContext(
  config: RegistryConfig,
  db: Kysely<Tables>,
  log: Logger,
  composer: Composer,
  { now = () => new Date() }: Overrides = {},
): Promise<Context> {
  return {
    config,
    db,
    log,
    now,
    files: await openReleaseFiles(config.releasesDir),
    mutex: createKeyedMutex(),
    composer,
    isCompatible: createCompatibility(db, composer),
    feed: createStateFeed(),
  };
}
