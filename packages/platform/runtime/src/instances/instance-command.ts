import { ISOLATED, parseReleaseRef, type ReleaseRef } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";
import type { Logger } from "@sliceway/service-kit";
import type { HomePaths } from "../home/home-paths.ts";
import { findPort } from "../ports/free-port.ts";
import type { ChildHouse } from "../process/run-child.ts";
import type { ChildCommand } from "../process/start-child.ts";
import type { DueMigrations } from "./due-migrations.ts";
import { type Broker, instanceEnv } from "./instance-env.ts";
import type { IsolatedDatabases } from "./isolated-databases.ts";
import { serverDir } from "./release-files.ts";
import type { SliceDatabases } from "./slice-databases.ts";

/** Where instances run, and what they are connected with. */
export interface InstancePlace {
  paths: HomePaths;
  house: ChildHouse;
  databases: SliceDatabases;
  isolatedDatabases: IsolatedDatabases;
  /** Its databases are nobody else's; the instances' ids say so. */
  isIsolated: boolean;
  due: DueMigrations;
  /** RabbitMQ, if events travel through that. */
  broker: Broker | undefined;
  registry: RegistryClient;
  registryUrl: string;
  serviceToken: string;
  inheritedEnv: Record<string, string>;
  /** The slice's preferred ports; any other is taken if none of them is free. */
  preferredPorts(slice: string): number[];
  log: Logger;
}

/** How a command of a release (`slice.json`: start, seed) is run. `node` means the Node that runs us. */
export async function instanceCommand(
  ref: ReleaseRef,
  [program = "node", ...args]: readonly string[] = [],
  place: InstancePlace,
): Promise<ChildCommand & { port: number }> {
  const { slice, id: release } = parseReleaseRef(ref);
  const { appUrl, eventsUrl } = await place.databases(slice);
  const port = await findPort(place.preferredPorts(slice));
  const facts = {
    slice,
    release,
    instance: `${slice}-${release}${place.isIsolated ? ISOLATED : "-1"}`,
    port,
    databaseUrl: appUrl,
    eventsUrl,
    // What nobody else sees must not publish.
    broker: place.isIsolated ? undefined : place.broker,
    registryUrl: place.registryUrl,
    serviceToken: place.serviceToken,
  };
  return {
    command: program === "node" ? process.execPath : program,
    args,
    cwd: serverDir(place.paths, ref),
    env: { ...place.inheritedEnv, ...instanceEnv(facts, place.paths) },
    port,
  };
}
