import { SlicewayError } from "@sliceway/errors";
import { startPostgres } from "@sliceway/postgres";
import type { Logger } from "@sliceway/service-kit";
import pg from "pg";
import { errors } from "../errors.ts";

const OLDEST_VERSION = 150_000;

/** The administrator's URL of the server to use: the given one, or that of one started from the home. */
export async function startDatabase(
  home: string,
  givenUrl: string | undefined,
  log: Logger,
): Promise<{ adminUrl: string } & AsyncDisposable> {
  if (givenUrl === undefined) return startPostgres({ home, log });
  await checkServer(givenUrl);
  return { adminUrl: givenUrl, [Symbol.asyncDispose]: async () => {} };
}

/** Throws `DATABASE_UNREACHABLE` or `DATABASE_TOO_OLD`. */
async function checkServer(url: string): Promise<void> {
  const version = await readVersion(url);
  if (version >= OLDEST_VERSION) return;
  throw new SlicewayError(
    errors.DATABASE_TOO_OLD(
      `The server of DATABASE_URL is PostgreSQL ${Math.trunc(version / 10_000)}; 15 is the oldest that will do.`,
    ),
  );
}

async function readVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
    return Number(rows[0]?.server_version_num);
  } catch (cause) {
    throw new SlicewayError(
      errors.DATABASE_UNREACHABLE(
        `The server of DATABASE_URL cannot be used: ${(cause as Error).message || (cause as NodeJS.ErrnoException).code}.`,
      ),
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
}
