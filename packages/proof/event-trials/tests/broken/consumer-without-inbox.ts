import { insertEffect } from "../../src/programs/effect.ts";
import { runBrokenConsumer } from "./run-broken-consumer.ts";

/** The effect and how far it has read are two transactions: dying between them doubles the effect. */
await runBrokenConsumer(async (db, delivery) => {
  await db.transaction().execute((tx) => insertEffect(tx, delivery.event));
  await delivery.record(db);
  await delivery.acknowledge();
});
