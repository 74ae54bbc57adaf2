import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Release, SliceManifest } from "@sliceway/manifest";
import { SlicewayError } from "@sliceway/service-kit";
import { BuildError, buildRemote, buildShell, type Documents, generate } from "@sliceway/web-kit/build";
import { listNamedSlots } from "./list-named-slots.ts";

type WebPart = Pick<Release, "operations" | "fragments" | "shared" | "web" | "slots">;

/** Builds what runs in the browser into `outDir`: a slice's remote with its documents, or the shell. */
export async function buildWeb(manifest: SliceManifest, sliceDir: string, outDir: string): Promise<WebPart> {
  if (!manifest.web) return { operations: [], fragments: [], shared: { provides: {}, uses: {} } };
  try {
    const build = manifest.role === "shell" ? shellPart : remotePart;
    return { ...(await build(sliceDir, outDir)), slots: await listNamedSlots(sliceDir) };
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    throw new SlicewayError(
      error.code,
      `The web part of ${manifest.name} cannot be built:\n${withoutLoader(error.message)}`,
      asSentence(error.fix),
      { cause: error },
    );
  }
}

async function shellPart(sliceDir: string, outDir: string): Promise<WebPart> {
  const { provides, ...web } = await buildShell({ shellDir: sliceDir, outDir });
  return { operations: [], fragments: [], shared: { provides, uses: {} }, web };
}

async function remotePart(sliceDir: string, outDir: string): Promise<WebPart> {
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

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
