import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A platform that runs already, and what lets its pages show a preview. */
export interface PreviewSite {
  gatewayUrl: string;
  /** Goes with every request. */
  headers: Record<string, string>;
}

/** Set for the workers, which read the same configuration: the answer of `sliceway preview`. */
const KNOWN = "SLICEWAY_PREVIEW_ACCESS";

/** The preview that `SLICEWAY_PREVIEW` names (`pr-42`); null if it names none. Throws if it is not open. */
export async function findPreview(env: NodeJS.ProcessEnv): Promise<PreviewSite | null> {
  const name = env.SLICEWAY_PREVIEW;
  if (!name) return null;
  env[KNOWN] ??= (await promisify(execFile)("sliceway", ["preview", name, "--json"])).stdout;
  const { url, header, token } = JSON.parse(env[KNOWN] ?? "");
  return { gatewayUrl: new URL(url).origin, headers: { [header]: token } };
}
