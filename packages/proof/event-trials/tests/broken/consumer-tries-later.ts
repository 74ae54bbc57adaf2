import { writeEffect } from "../../src/programs/effect.ts";
import { runBrokenConsumer } from "./run-broken-consumer.ts";

/** An event that fails is tried again behind later ones of its aggregate: order is lost. */
await runBrokenConsumer(async (db, delivery) => {
  const attempt = () =>
    db.transaction().execute(async (tx) => {
      await delivery.record(tx);
      await writeEffect(tx, delivery.event);
    });
  const tryLater = (): unknown => setTimeout(() => attempt().catch(tryLater), 500);
  await attempt().catch(tryLater);
});
