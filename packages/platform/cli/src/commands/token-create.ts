import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { localDay } from "../report/local-time.ts";

/**
 * Makes a token that may change releases of these slices, and prints it, the one time that anybody can see it. Throws
 * SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`, `REQUEST_INVALID`.
 */
export async function tokenCreate(
  context: Context,
  slices: string[],
  { name = `ci-${slices.join("-")}`, days }: { name?: string | undefined; days: number },
): Promise<void> {
  const { io } = context;
  const { registry, registryUrl } = await connect(context);
  const made = await registry.createToken({ slices, name, days });
  io.warn(
    `The token ${made.name} (${made.id}) may change releases of ${made.slices.join(", ")} until ${localDay(made.expiresAt)}.`,
  );
  io.warn(
    `Set it as SLICEWAY_TOKEN where it is used; the registry is ${registryUrl}. It is shown this once:`,
  );
  io.print(made.token);
}
