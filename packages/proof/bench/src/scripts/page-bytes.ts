import { renderTable } from "@sliceway/cli";
import type { Vector, VectorSlice } from "@sliceway/protocol";
import { launchChromium } from "@sliceway/trial-kit";
import { projectDir } from "../config.ts";
import { buildOneBundle } from "../one-bundle/build-one-bundle.ts";
import { serveOneBundle } from "../one-bundle/serve-one-bundle.ts";
import type { Options } from "../options.ts";
import { type LoadedFile, loadPage } from "../page/load-page.ts";
import { logInAsDemo } from "../page/log-in-as-demo.ts";
import { readVector } from "../read-vector.ts";
import { kilobytes } from "../units.ts";

/** What the feed page loads in a browser, and what it would load without federation. */
export async function pageBytes(options: Options) {
  const { gatewayUrl, registryUrl, chromiumPath } = options;
  const vector = await readVector(registryUrl);
  const { cookie } = await logInAsDemo({ gatewayUrl, vector });
  await using bundle = await buildOneBundle(projectDir, vector.slices);
  await using served = await serveOneBundle({ gatewayUrl, shell: getShell(vector), dir: bundle.dir });
  await using browser = await launchChromium(chromiumPath);
  const federated = await loadPage(browser, { url: `${gatewayUrl}/`, cookie });
  const oneBundle = await loadPage(browser, { url: `${served.url}/`, cookie });
  return {
    figures: { vector: vector.id, federated: figuresOf(federated), oneBundle: figuresOf(oneBundle) },
    lines: render(federated, oneBundle),
  };
}

function getShell({ slices }: Vector): VectorSlice {
  const shell = slices.find(({ role }) => role === "shell");
  if (!shell) throw new Error("The vector has no shell.");
  return shell;
}

function figuresOf(files: LoadedFile[]) {
  return { js: sum(files, "js"), css: sum(files, "css"), files };
}

function render(federated: LoadedFile[], oneBundle: LoadedFile[]): string[] {
  const rows = Object.entries({ federated, "one bundle": oneBundle }).map(([name, files]) => [
    name,
    `${files.length}`,
    kilobytes(sum(files, "js")),
    kilobytes(sum(files, "css")),
  ]);
  const ratio = (["js", "css"] as const).map((kind) => sum(federated, kind) / sum(oneBundle, kind));
  return [
    ...renderTable([
      ["feed page", "files", "JavaScript", "CSS"],
      ...rows,
      ["ratio", "", ...ratio.map((one) => one.toFixed(2))],
    ]),
    "",
    ...renderTable(bySlice(federated)),
    "",
    "Both loaded in Chromium, logged in, nothing cached, until the network was quiet; bodies as they came over the wire.",
    "The one bundle is built from the working tree; it is the same page if that is what is live.",
  ];
}

/** `/s/<slice>/<release>/<file>` */
function bySlice(files: LoadedFile[]): string[][] {
  const slices = Map.groupBy(files, ({ path }) => path.split("/")[2] ?? "");
  return [...slices].map(([slice, own]) => [
    slice,
    `${own.length} files`,
    kilobytes(sum(own, "js")),
    kilobytes(sum(own, "css")),
  ]);
}

function sum(files: LoadedFile[], kind: LoadedFile["kind"]): number {
  return files.reduce((total, file) => total + (file.kind === kind ? file.bytes : 0), 0);
}
