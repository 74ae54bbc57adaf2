import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { type Cluster, MAJOR } from "./cluster.ts";
import { ownerOfFiles } from "./run-as.ts";

type Place = Omit<Cluster, "password">;

/**
 * Looks at the data directory before anything is started on it. Throws `POSTGRES_OTHER_MAJOR`,
 * `POSTGRES_OTHER_OWNER` or `POSTGRES_DATA_UNKNOWN`.
 */
export async function checkDataDir(place: Place): Promise<"absent" | "present"> {
  const stats = await stat(place.dataDir).catch(ignoreAbsent);
  if (stats) checkOwner(place, stats.uid);
  const entries = stats ? await readdir(place.dataDir) : [];
  if (entries.length === 0) {
    await checkNoOtherMajor(place.home);
    return "absent";
  }
  if (!entries.includes("PG_VERSION")) throw unknownContent(place.dataDir);
  const major = (await readFile(join(place.dataDir, "PG_VERSION"), "utf8")).trim();
  if (major !== MAJOR) throw otherMajor(place.dataDir, major);
  return "present";
}

/** Data of an older Sliceway must not seem lost because a new one starts beside it with none. */
async function checkNoOtherMajor(home: string): Promise<void> {
  const other = (await readdir(home))
    .map((name) => /^postgres-(\d+)$/.exec(name))
    .find((match) => match?.[1] !== MAJOR && match);
  if (other) throw otherMajor(join(home, other[0]), other[1] ?? "");
}

/** Root can mend this and does when it starts; others cannot. */
function checkOwner({ dataDir, runAs }: Place, uid: number) {
  if (process.geteuid?.() === 0 || uid === ownerOfFiles(runAs).uid) return;
  throw new SlicewayError(
    errors.POSTGRES_OTHER_OWNER(
      `${dataDir} belongs to user ${uid}, and this is user ${process.geteuid?.()}.`,
    ),
  );
}

function otherMajor(dir: string, major: string): SlicewayError {
  return new SlicewayError(
    errors.POSTGRES_OTHER_MAJOR(
      `${dir} holds data of PostgreSQL ${major}, and this Sliceway brings PostgreSQL ${MAJOR}.`,
      { major },
    ),
  );
}

function unknownContent(dir: string): SlicewayError {
  return new SlicewayError(errors.POSTGRES_DATA_UNKNOWN(`${dir} is not empty and holds no PostgreSQL data.`));
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
