import type { Context } from "../context.ts";
import { checkName } from "../new/check-name.ts";
import { formatSlice } from "../new/format-slice.ts";
import { installPackages } from "../new/install-packages.ts";
import { planFiles } from "../new/plan-files.ts";
import { createWords } from "../new/slice-words.ts";
import { tellFiles } from "../new/tell-files.ts";
import { tellNextSteps } from "../new/tell-next-steps.ts";
import { writeFresh } from "../new/write-fresh.ts";
import { readManifest } from "../release/read-manifest.ts";
import { inStep } from "../report/steps.ts";

export interface NewOptions {
  title?: string;
  dryRun: boolean;
  install: boolean;
}

/**
 * Writes a slice with contract, server, web, tests and pipeline, and installs its packages. Throws SlicewayError:
 * `NAME_MISSPELT`, `NAME_RESERVED`, `SLICE_EXISTS`, `ROUTE_TAKEN`, `TITLE_UNFIT`, `FILE_EXISTS`, `INSTALL_FAILED`.
 */
export async function newSlice(
  { io, project }: Context,
  name: string,
  { title, dryRun, install }: NewOptions,
): Promise<void> {
  const manifests = await Promise.all([...project.slices.values()].map(readManifest));
  checkName(name, manifests);
  const words = createWords(name, title);
  const files = await planFiles(words);
  if (dryRun) {
    io.print(`${files.length} files would be written:`);
    return tellFiles(io, files);
  }
  const write = async () => {
    await writeFresh(project.dir, files);
    await formatSlice(project.dir, name);
  };
  await inStep(io, "write", write, () => `${name}: ${files.length} files`);
  tellFiles(io, files);
  if (install) await installPackages(io, project.dir);
  tellNextSteps(io, name, { install });
}
