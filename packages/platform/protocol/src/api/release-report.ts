import { z } from "zod";

export const migratedSchema = z.strictObject({
  ok: z.boolean(),
  error: z.string().optional(),
  /** Deferred migrations that it is about; absent where it is about all the others of the release. */
  contracted: z.array(z.string()).min(1).optional(),
});

export type MigrationReport = z.infer<typeof migratedSchema>;

export const failedSchema = z.strictObject({ error: z.string() });
