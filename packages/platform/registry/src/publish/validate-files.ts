import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import type { Problem, Release, ReleaseFile } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";
import { releaseErrors } from "./release-errors.ts";

/** Compares every file in `dir` with what the release says of it: size, sha256, integrity and the `.br` twin. */
export async function validateFiles(release: Release, dir: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const file of release.files) {
    const found = await findMistake(file, dir);
    if (found) problems.push(toProblem(release, file, found));
  }
  return problems;
}

async function findMistake(file: ReleaseFile, dir: string): Promise<string | null> {
  const bytes = await readBytes(join(dir, file.path));
  if (!bytes) return "was not uploaded";
  if (bytes.length !== file.bytes) return `has ${bytes.length} bytes instead of ${file.bytes}`;
  if (digest("sha256", bytes, "hex") !== file.sha256) return "has another sha256 than the release says";
  return validateIntegrity(file, bytes) ?? (await validateTwin(file, bytes, dir));
}

/** Pages refuse scripts and styles without integrity, so these must have it. */
function validateIntegrity({ path, integrity }: ReleaseFile, bytes: Buffer): string | null {
  const needed = path.startsWith("web/") && /\.(js|css)$/.test(path);
  if (integrity === undefined) return needed ? "has no integrity" : null;
  return integrity === `sha384-${digest("sha384", bytes, "base64")}` ? null : "does not match its integrity";
}

async function validateTwin(
  { path, brotliBytes }: ReleaseFile,
  bytes: Buffer,
  dir: string,
): Promise<string | null> {
  if (brotliBytes === undefined) return null;
  const twin = await readBytes(join(dir, `${path}.br`));
  if (!twin) return "has no .br twin uploaded";
  if (twin.length !== brotliBytes) return `has a .br twin of ${twin.length} bytes instead of ${brotliBytes}`;
  const unpacked = await promisify(brotliDecompress)(twin, { maxOutputLength: bytes.length + 1 }).catch(
    () => null,
  );
  return unpacked?.equals(bytes) ? null : "has a .br twin with another content";
}

function toProblem(release: Release, { path }: ReleaseFile, mistake: string): Problem {
  return problemAt(
    { slice: release.slice, release: release.id, file: path },
    releaseErrors.FILE_WRONG(`The file ${path} ${mistake}.`),
  );
}

async function readBytes(path: string): Promise<Buffer | null> {
  return await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

function digest(algorithm: string, bytes: Buffer, encoding: "hex" | "base64"): string {
  return createHash(algorithm).update(bytes).digest(encoding);
}
