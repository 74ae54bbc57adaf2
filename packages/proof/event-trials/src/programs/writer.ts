import { openDatabase, runProcess, sleep } from "@sliceway/service-kit";
import { report } from "../interpose/report.ts";
import { createChange, type PublishingTables } from "./change.ts";
import { readSettings } from "./config.ts";
import { pickAggregate } from "./pick-aggregate.ts";
import { startLoop } from "./start-loop.ts";
import { startPace } from "./start-pace.ts";

/** Where it is measured how long a write takes, it is not to wait for other writers above all. */
const MANY = 500;

/** Changes aggregates that other writers change too. */
await runProcess("writer", async (stack, log) => {
  const { source, databaseUrl, perSecond } = readSettings();
  const change = createChange(source);
  const { db } = stack.use(openDatabase<PublishingTables>({ url: databaseUrl, name: "writer" }, log));
  const write = (index: number) =>
    db.transaction().execute(async (tx) => {
      const subject = pickAggregate(source, perSecond ? MANY : undefined);
      await change.count(tx, subject);
      if (index % 10 === 0) await change.rename(tx, subject);
      // Some commit later than others that have taken a higher number in the outbox.
      if (index % 5 === 0) await sleep(Math.random() * 8);
    });
  const pace = perSecond ? startPace(perSecond, write) : startLoop(write);
  stack.defer(async () => report({ kind: "written", ...(await pace.stop()) }));
});
