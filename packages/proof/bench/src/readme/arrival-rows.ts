import { randomUUID } from "node:crypto";
import { demoAccounts } from "@sliceway/demo-network";
import { listChildren } from "@sliceway/runtime";
import { retry, sleep } from "@sliceway/service-kit";
import { answers, launchChromium, logIn, type Member } from "@sliceway/trial-kit";
import type { Options } from "../options.ts";
import { openFeed } from "../page/open-feed.ts";
import { readVector } from "../read-vector.ts";
import { seconds } from "../units.ts";
import type { Row } from "./row.ts";

const HELD_DOWN_MS = 5000;
const PATIENCE_MS = 60_000;

/** A post on its way into a friend's open page, and a slice on its way back after its server was killed again and again. */
export async function arrivalRows(options: Options): Promise<Row[]> {
  const { gatewayUrl, registryUrl } = options;
  const vector = await readVector(registryUrl);
  const [writer, reader] = await Promise.all(
    demoAccounts.handles.map((handle) => logIn({ gatewayUrl, vector }, handle, demoAccounts.password)),
  );
  if (!writer || !reader) throw new RangeError("The demo network has two accounts.");
  const arrivedMs = await measureArrival(options, writer, reader);
  const backMs = await measureReturn(options, reader);
  return [
    {
      what: "a post in a friend's open feed; the posts' parts back after their server, held down by `kill -9`, may live",
      seen: `${seconds(arrivedMs)}; ${seconds(backMs)}`,
    },
  ];
}

async function measureArrival(
  { gatewayUrl, chromiumPath }: Options,
  writer: Member,
  { cookie }: Member,
): Promise<number> {
  await using browser = await launchChromium(chromiumPath);
  await using feed = await openFeed(browser, { url: `${gatewayUrl}/`, cookie });
  const text = `Written at ${new Date().toISOString()} ${randomUUID()}`;
  const startedAt = performance.now();
  await writer.ask("CreatePost", { input: { text } }, answers.createPost);
  await feed.page.getByRole("article").filter({ hasText: text }).waitFor();
  return performance.now() - startedAt;
}

async function measureReturn({ home }: Options, reader: Member): Promise<number> {
  const until = performance.now() + HELD_DOWN_MS;
  for (; performance.now() < until; await sleep(50)) killServers(home);
  const startedAt = performance.now();
  await retry(() => reader.ask("FeedPage", {}, answers.feedPage), { untilMs: PATIENCE_MS });
  return performance.now() - startedAt;
}

function killServers(home: string): void {
  for (const { name, pid } of listChildren(`${home}/run`)) {
    if (name.startsWith("posts@")) process.kill(pid, "SIGKILL");
  }
}
