import { existsSync } from "node:fs";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import type { Release, SliceManifest } from "@sliceway/protocol";
import { BuildError, buildRemote, buildShell, type Documents, generate } from "@sliceway/web-kit/build";
import { listNamedLinks } from "./list-named-links.ts";
import { listNamedSlots } from "./list-named-slots.ts";

type WebPart = Pick<Release, "operations" | "fragments" | "shared" | "web" | "slots" | "links">;

interface WebOptions {
  sliceDir: string;
  outDir: string;
  development?: boolean | undefined;
}

/** Builds what runs in the browser into `outDir`: a slice's remote with its documents, or the shell. */
export async function buildWeb(manifest: SliceManifest, options: WebOptions): Promise<WebPart> {
  if (!manifest.web) return { operations: [], fragments: [], shared: { provides: {}, uses: {} } };
  try {
    const build = manifest.role === "shell" ? shellPart : remotePart;
    const built = await build(options);
    const [slots, links] = await Promise.all([
      listNamedSlots(options.sliceDir),
      listNamedLinks(options.sliceDir),
    ]);
    return { ...built, slots, links };
  } catch (error) {
    throw error instanceof BuildError ? webFailed(manifest.name, error) : error;
  }
}

/** An error of a build, for those who wrote what was built. */
export function webFailed(slice: string, error: BuildError): SlicewayError {
  const { code, message, fix } = error;
  const text = `The web part of ${slice} cannot be built:\n${withoutLoader(message)}`;
  return new SlicewayError({ code, message: text, fix }, { cause: error });
}

async function shellPart({ sliceDir, outDir, development = false }: WebOptions): Promise<WebPart> {
  const { provides, ...web } = await buildShell({ shellDir: sliceDir, outDir, development });
  return { operations: [], fragments: [], shared: { provides, uses: {} }, web };
}

async function remotePart({ sliceDir, outDir }: WebOptions): Promise<WebPart> {
  const documents: Documents = existsSync(join(sliceDir, "web/src"))
    ? await generate({ sliceDir })
    : { operations: [], fragments: [] };
  const { uses, ...web } = await buildRemote({ sliceDir, outDir });
  return { ...documents, shared: { provides: {}, uses }, web };
}

/** Which loader gave up is nothing that an author could correct. */
function withoutLoader(message: string): string {
  return message.replaceAll(/^Module build failed \(from .*\):\n/gm, "");
}
