import type { Deployment } from "@sliceway/protocol";
import { startTestRegistry, type TestRegistry } from "@sliceway/registry/testing";
import type { Model } from "../model/model.ts";
import { SLICES } from "../releases/trial-release.ts";
import { createNames, type Names } from "./names.ts";
import { createPublish, type Publish } from "./publish-release.ts";
import { createReadView, type ReadView } from "./read-view.ts";
import { type Fakes, startFakes } from "./start-fakes.ts";
import { waitUntil } from "./wait-until.ts";

export interface World extends AsyncDisposable {
  registry: TestRegistry;
  fakes: Fakes;
  names: Names;
  publish: Publish;
  readView: ReadView;
  /** What holds at the beginning. */
  model: Model;
}

/** Longer than a rollback is kept and than anything waits for old pages. */
const LONG_MS = 16 * 60_000;

/**
 * A registry on a database of its own, with fake servers and a fake gateway. The second release of each slice is live; of
 * notes the third, by whose migration the first can never come back.
 */
export async function startWorld(postgres: { createDatabase(): Promise<string> }): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const registry = stack.use(await startTestRegistry(postgres));
  const fakes = stack.use(startFakes(registry.service));
  const names = createNames();
  const publish = createPublish(registry, names);
  const world = { registry, fakes, names, publish };
  await goLive(world, ["feed@0", "notes@0", "people@0"]);
  await goLive(world, ["feed@1", "notes@1", "people@1"]);
  registry.passMs(LONG_MS);
  await waitUntil("the first releases to end", async () => (isAlone(fakes) ? true : null));
  await goLive(world, ["notes@2"]);
  registry.passMs(LONG_MS);
  const open = stack.move();
  return {
    ...world,
    readView: createReadView(registry.client, names, registry.now),
    model: beginModel(registry),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

function beginModel(registry: TestRegistry): Model {
  return {
    now: registry.now().getTime(),
    live: { feed: "1", notes: "2", people: "1" },
    rollback: {},
    canaries: {},
    previews: {},
    revoked: [],
    deployments: {},
  };
}

/** Nothing runs but what is live. */
function isAlone(fakes: Fakes): boolean {
  const { wanted = [], instances = [] } = fakes.latest() ?? {};
  return wanted.length === SLICES.length && instances.length === SLICES.length;
}

type Begun = Pick<World, "registry" | "publish">;

async function goLive({ registry, publish }: Begun, refs: string[]): Promise<void> {
  const { client, service } = registry;
  const releases = await Promise.all(refs.map(publish));
  const { id } = await client.createDeployment(releases);
  const read = (isReached: (deployment: Deployment) => boolean) => async () => {
    const deployment = await client.getDeployment(id);
    if (deployment.state === "failed") throw new Error(JSON.stringify(deployment.problems, null, 1));
    return isReached(deployment) ? deployment : null;
  };
  await waitUntil(
    `the check of ${refs.join(" ")}`,
    read(({ vector }) => vector !== null),
  );
  const notes = releases.find((ref) => ref.startsWith("notes@"))?.split("@")[1];
  if (notes !== undefined) await service.reportMigrated("notes", notes, { ok: true });
  await waitUntil(
    `${refs.join(" ")} to be live`,
    read(({ state }) => state === "done"),
  );
}
