import { createLogger, openDatabase } from "@sliceway/service-kit";
import { Logger, run } from "graphile-worker";
import { z } from "zod";
import type { BenchTables } from "../tables.ts";
import { settingsSchema } from "./settings.ts";

// The peer's consumer: jobs of one aggregate in one queue, four at a time, the effect with an inbox as ours has it.
const { databaseUrl, queueUrl } = settingsSchema.parse(JSON.parse(process.argv[2] ?? ""));
const log = createLogger({ name: "bench", level: "warn" });
const { db } = openDatabase<BenchTables>({ url: databaseUrl, name: "bench" }, log);
const payloadSchema = z.object({ subject: z.string(), number: z.number() });

await run({
  connectionString: queueUrl,
  concurrency: 4,
  noHandleSignals: true,
  logger: new Logger(() => () => {}),
  taskList: {
    async counted(payload, { job }) {
      const { subject, number } = payloadSchema.parse(payload);
      process.send?.({ subject, at: String(process.hrtime.bigint()) });
      await db.transaction().execute(async (tx) => {
        await tx.insertInto("received").values({ id: job.id }).execute();
        await tx.insertInto("effect").values({ subject, number }).execute();
      });
    },
  },
});
