import { test as base } from "@playwright/test";
import { type DevEnv, startDevEnv } from "@sliceway/dev-env";
import { startTestBroker } from "@sliceway/events/testing";
import { PREVIEW_HEADER, VECTOR_HEADER } from "@sliceway/protocol";
import type { PreviewSite } from "./find-preview.ts";

/** What pages of a test show instead of what is live: `test.use({ preview: "pr-42" })`. */
interface Shown {
  /** Name of an open preview. */
  preview: string | null;
  /** Id of a stored vector. */
  vector: string | null;
}

/** How the platform of a project is set up. */
export interface Setup {
  /** Events travel through a private RabbitMQ. */
  rabbitmq: boolean;
  /** A platform that runs already; null: one of our own. */
  site: PreviewSite | null;
}

interface Platform {
  platform: { gatewayUrl: string; env: DevEnv | null };
  /** Where pages are: the one thing that every test may count on. */
  gatewayUrl: string;
  /** The whole platform, to do with as a test likes. There is none where the tests look at a preview. */
  env: DevEnv;
}

/** Tests with a platform, started once for all tests of a worker; pages open on its gateway. */
export const test = base.extend<Shown, Setup & Platform>({
  rabbitmq: [false, { option: true, scope: "worker" }],
  site: [null, { option: true, scope: "worker" }],
  platform: [
    async ({ rabbitmq, site }, use) => {
      if (site) return await use({ gatewayUrl: site.gatewayUrl, env: null });
      await using broker = rabbitmq ? await startTestBroker() : null;
      await using env = await startDevEnv({ amqpUrl: broker?.url });
      await use({ gatewayUrl: env.gatewayUrl, env });
    },
    { scope: "worker", timeout: 180_000 },
  ],
  gatewayUrl: [async ({ platform }, use) => use(platform.gatewayUrl), { scope: "worker" }],
  env: [
    async ({ platform }, use) => {
      if (!platform.env) throw new Error("This test needs a platform of its own; a preview has none.");
      await use(platform.env);
    },
    { scope: "worker" },
  ],
  preview: [null, { option: true }],
  vector: [null, { option: true }],
  baseURL: async ({ gatewayUrl }, use) => use(gatewayUrl),
  context: async ({ context, platform: { env }, preview, vector }, use) => {
    const link = preview === null ? null : await env?.registry.createPreviewLink(preview);
    if (link) await context.setExtraHTTPHeaders({ [PREVIEW_HEADER]: link.token });
    else if (vector !== null) await context.setExtraHTTPHeaders({ [VECTOR_HEADER]: vector });
    await use(context);
  },
});
