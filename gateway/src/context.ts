import { join } from "node:path";
import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { createHealth, createMetrics, type Health, type Logger, type Metrics } from "@sliceway/service-kit";
import type { GatewayConfig } from "./config.ts";
import { buildGeneration } from "./generation/generation.ts";
import { GenerationPool } from "./generation/generation-pool.ts";
import { createStartOperation, type StartOperation } from "./graphql/start-operation.ts";
import {
  type CheckOverride,
  createCheckOverride,
  createReadOverride,
  type ReadOverride,
} from "./preview/read-override.ts";
import { type Admit, createAdmit } from "./routing/admission.ts";
import { type ChoosePageVector, createChoosePageVector } from "./routing/choose-page-vector.ts";
import { OpenPages } from "./routing/open-pages.ts";
import { Pins } from "./routing/pins.ts";
import { PlatformState } from "./routing/platform-state.ts";
import { ReadyVectors } from "./routing/ready-vectors.ts";
import { TrafficCounter } from "./routing/traffic-counter.ts";
import { createVectorStore } from "./routing/vector-store.ts";
import { createReadCaller, type ReadCaller } from "./session/caller.ts";
import { type ClaimsReader, createClaimsReader } from "./session/claims.ts";
import { type GatewayKey, readGatewayKey } from "./session/gateway-key.ts";
import { createTokenMint } from "./session/token-mint.ts";
import { createCallSlice } from "./subgraph/call-slice.ts";
import { countCalls } from "./subgraph/count-calls.ts";
import { InstanceTable } from "./subgraph/instance-table.ts";
import { SliceDataSource } from "./subgraph/slice-data-source.ts";
import { watchSizes } from "./watch-sizes.ts";

/** Everything the gateway consists of. */
export interface GatewayContext {
  config: GatewayConfig;
  log: Logger;
  health: Health;
  metrics: Metrics;
  registry: RegistryClient;
  key: GatewayKey;
  platform: PlatformState;
  vectors: ReadyVectors;
  pins: Pins;
  pages: OpenPages;
  traffic: TrafficCounter;
  /** To be told when the code of a release failed in a page. */
  onCrash: (crash: { vector: string; slice: string }) => void;
  claims: ClaimsReader;
  admit: Admit;
  checkOverride: CheckOverride;
  readOverride: ReadOverride;
  choosePageVector: ChoosePageVector;
  readCaller: ReadCaller;
  startOperation: StartOperation;
}

/** Puts the gateway together. What must be closed goes on `stack`. Throws a SlicewayError if the key is not there. */
export async function createContext(
  config: GatewayConfig,
  stack: AsyncDisposableStack,
  log: Logger,
): Promise<GatewayContext> {
  const { registryUrl, serviceToken, stateDir } = config;
  const registry = createRegistryClient({ url: registryUrl, token: serviceToken });
  const key = await readGatewayKey(config.gatewayKeyFile);
  const metrics = createMetrics("gateway");
  const mint = createTokenMint(key);

  const instances = new InstanceTable();
  stack.defer(() => instances.close());
  const call = countCalls(createCallSlice(instances), metrics.register);

  const generations = new GenerationPool(({ schemaHash, supergraph }) =>
    buildGeneration({
      schemaHash,
      supergraph,
      dataSource: (slice) => new SliceDataSource(slice, call),
      logger: log,
    }),
  );
  stack.defer(() => generations.settled());
  const store = createVectorStore(join(stateDir, "vectors"), registry, log);
  const vectors = new ReadyVectors(store, generations, log);
  stack.defer(() => vectors.close());
  watchSizes(metrics.register, generations, vectors);

  const platform = new PlatformState({ stateDir, vectors, store, instances });
  const pins = new Pins();
  const traffic = new TrafficCounter();
  const checkOverride = createCheckOverride({ registryUrl, platform });
  const readOverride = createReadOverride(checkOverride, config.publicOrigin);
  const claims = createClaimsReader(call, mint);
  return {
    config,
    log,
    health: readiness(platform),
    metrics,
    registry,
    key,
    platform,
    vectors,
    pins,
    pages: new OpenPages(),
    traffic,
    onCrash: ({ vector, slice }) => traffic.noteCrash(vector, slice),
    claims,
    admit: createAdmit(platform, vectors, pins),
    checkOverride,
    readOverride,
    choosePageVector: createChoosePageVector({ platform, readOverride, ...config }),
    readCaller: createReadCaller({ claims, ...config }),
    startOperation: createStartOperation(mint),
  };
}

/** Ready means: the routing is known and the live generation is built. A dead slice degrades only itself. */
function readiness(platform: PlatformState): Health {
  const health = createHealth();
  health.addCheck("routing", async () => {
    if (!platform.routing) throw new Error("the registry has not been heard yet");
  });
  health.addCheck("live vector", async () => {
    if (!platform.live) throw new Error("no vector is live and ready");
  });
  return health;
}
