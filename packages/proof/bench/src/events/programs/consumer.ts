import { createPostgresTransport, createRabbitmqTransport, startConsumer } from "@sliceway/events";
import { createLogger, openDatabase } from "@sliceway/service-kit";
import { z } from "zod";
import type { BenchTables } from "../tables.ts";
import { CONSUMING, COUNTED, settingsSchema } from "./settings.ts";

// The slice that consumes, in a process of its own. It reports when its handler was called, and writes the effect.
const { databaseUrl, eventsUrl, amqpUrl } = settingsSchema.parse(JSON.parse(process.argv[2] ?? ""));
const log = createLogger({ name: "bench", level: "warn" });
const dataSchema = z.object({ number: z.number() });
const { db } = openDatabase<BenchTables>({ url: databaseUrl, name: "bench" }, log);
const transport = amqpUrl
  ? createRabbitmqTransport({ url: amqpUrl, log })
  : createPostgresTransport({ url: eventsUrl });

startConsumer<BenchTables>({
  consumer: CONSUMING,
  databaseUrl,
  liveSince: 1,
  db,
  transport,
  log,
  reactions: {
    async [COUNTED](tx, { subject, data }) {
      process.send?.({ subject, at: String(process.hrtime.bigint()) });
      const { number } = dataSchema.parse(data);
      await tx.insertInto("effect").values({ subject, number }).execute();
    },
  },
});
