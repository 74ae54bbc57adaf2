import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import type { Logger } from "@sliceway/service-kit";
import type { RuntimeContext } from "../context.ts";
import type { HomePaths } from "../home/home-paths.ts";
import type { PlatformOptions } from "../platform-options.ts";
import { createPortPreference } from "../ports/slice-ports.ts";
import type { ChildContext } from "../process/run-child.ts";
import type { PlatformDatabases } from "../services/prepare-databases.ts";
import { createDueMigrations, type DueMigrations } from "./due-migrations.ts";
import type { Broker } from "./instance-env.ts";
import { createIsolatedDatabases, type IsolatedDatabases } from "./isolated-databases.ts";
import { createSliceDatabases, type SliceDatabases } from "./slice-databases.ts";

/** Where instances run, and what they are connected with. */
export interface InstanceContext {
  paths: HomePaths;
  children: ChildContext;
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

export function createInstanceContext(
  { paths, children, registryUrl, secrets, inherited, log }: RuntimeContext,
  { adminUrl, eventsUrl, broker }: PlatformDatabases & { adminUrl: string; broker: Broker | undefined },
  { ports }: PlatformOptions,
): InstanceContext {
  const { serviceToken } = secrets;
  return {
    paths,
    children,
    databases: createSliceDatabases(adminUrl, eventsUrl, secrets),
    isolatedDatabases: createIsolatedDatabases(adminUrl, eventsUrl, secrets),
    isIsolated: false,
    due: createDueMigrations(),
    broker,
    registry: createRegistryClient({ url: registryUrl, token: serviceToken }),
    registryUrl,
    serviceToken,
    inheritedEnv: inherited.all,
    preferredPorts: ports.gateway === 0 ? () => [] : createPortPreference(),
    log,
  };
}
