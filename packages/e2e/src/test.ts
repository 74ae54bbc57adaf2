import { test as base } from "@playwright/test";
import { type DevEnv, startDevEnv } from "@sliceway/dev-env";
import { startTestBroker } from "@sliceway/events/testing";
import { PREVIEW_HEADER, VECTOR_HEADER } from "@sliceway/manifest";

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
}

/** Tests with the whole platform: `env`, started once for all tests of a worker; pages open on its gateway. */
export const test = base.extend<Shown, Setup & { env: DevEnv }>({
  rabbitmq: [false, { option: true, scope: "worker" }],
  env: [
    async ({ rabbitmq }, use) => {
      await using broker = rabbitmq ? await startTestBroker() : null;
      await using env = await startDevEnv({ amqpUrl: broker?.url });
      await use(env);
    },
    { scope: "worker", timeout: 180_000 },
  ],
  preview: [null, { option: true }],
  vector: [null, { option: true }],
  baseURL: async ({ env }, use) => use(env.gatewayUrl),
  context: async ({ context, env, preview, vector }, use) => {
    const link = preview === null ? null : await env.registry.createPreviewLink(preview);
    if (link) await context.setExtraHTTPHeaders({ [PREVIEW_HEADER]: link.token });
    else if (vector !== null) await context.setExtraHTTPHeaders({ [VECTOR_HEADER]: vector });
    await use(context);
  },
});
