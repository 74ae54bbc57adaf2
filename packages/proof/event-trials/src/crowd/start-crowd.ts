import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Stage } from "../points/point.ts";
import type { Recorder } from "../points/recorder.ts";
import type { Programs, Role } from "../processes/role.ts";
import { createRunner, type Runner } from "../processes/runner.ts";
import type { Settings } from "../programs/settings.ts";
import type { Pair, World } from "../world/start-world.ts";

export interface CrowdOptions {
  world: World;
  pair: Pair;
  programs: Programs;
  recorder: Recorder;
}

/** The processes of a pair of slices: started one by one, ended together. */
export interface Crowd extends AsyncDisposable {
  /** What the points that are come to from now on are noted as, unless a runner has a stage of its own. */
  stage: Stage;
  /** Makes a runner, which is to be started. A writer makes `perSecond` changes; as it can without it. */
  add(role: Role, options?: { perSecond?: number; stage?: Stage }): Runner;
  /** Where the last server of mutations that was started is found; undefined until it is known. */
  findServer(): string | undefined;
}

export function startCrowd({ world, pair, programs, recorder }: CrowdOptions): Crowd {
  const stack = new AsyncDisposableStack();
  const names = { [pair.consumer]: "consumer", [pair.source.name]: "source" };
  const cacheDir = join(world.dir, "compiled");
  let instance = "";
  const crowd: Crowd = {
    stage: "first",
    add(role, { perSecond, stage } = {}) {
      const env = () => {
        instance = role === "mutations" ? randomUUID() : instance;
        return {
          ...settingsOf(role, pair, perSecond),
          ...(role === "mutations" && serverSettings(world, pair, instance)),
        };
      };
      const onReport: Parameters<typeof createRunner>[0]["onReport"] = (report) =>
        recorder.note(role, stage ?? crowd.stage, report);
      return stack.use(createRunner({ role, program: programs[role], cacheDir, env, names, onReport }));
    },
    findServer: () => world.registry.urls.get(instance),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
  return crowd;
}

function settingsOf(role: Role, pair: Pair, perSecond: number | undefined): Record<string, string> {
  const { source, consuming, consumer } = pair;
  const { name: _, ...address } = role === "consumer" ? consuming : source;
  const settings: Settings = { source: source.name, consumer, perSecond, ...address };
  return { TRIAL_SETTINGS: JSON.stringify(settings) };
}

/** What the runtime gives to a slice's server. */
function serverSettings(
  { registry, dir, migrationsDir }: World,
  { source }: Pair,
  instance: string,
): Record<string, string> {
  return {
    SLICE: source.name,
    RELEASE: "000000000000",
    INSTANCE: instance,
    PORT: "0",
    DATABASE_URL: source.databaseUrl,
    EVENTS_URL: source.eventsUrl ?? source.databaseUrl,
    REGISTRY_URL: registry.url,
    SERVICE_TOKEN: "trial",
    KEYS_CACHE: join(dir, "keys.json"),
    SCHEMA_FILE: join(import.meta.dirname, "../programs/schema.graphql"),
    MIGRATIONS_DIR: migrationsDir,
  };
}
