import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import packagedChromium from "@sparticuz/chromium";
import manifest from "../package.json" with { type: "json" };

const cacheDir = resolve(import.meta.dirname, "../../../../node_modules/.cache/sliceway");

/**
 * Path of the Chromium inside @sparticuz/chromium, unpacked once per installation. The package itself would unpack to
 * `/tmp/chromium`, which belongs to whoever came first and can be run by nobody else.
 */
export async function unpackChromium(): Promise<string> {
  const home = join(cacheDir, `chromium-${manifest.dependencies["@sparticuz/chromium"].replace("^", "")}`);
  if (!existsSync(home)) await unpackTo(home);
  return join(home, "chromium");
}

/** Unpacks beside and renames, so that of several processes at once none sees half of it. */
async function unpackTo(home: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const draft = await mkdtemp(join(cacheDir, ".chromium-"));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = draft;
  try {
    await packagedChromium.executablePath();
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
