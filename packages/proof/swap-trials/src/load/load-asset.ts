import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { AnswerFault, send } from "@sliceway/trial-kit";
import type { TrialPlace } from "./places.ts";

/** Path to the hash of what comes over the wire, once that has turned out to be the release's own file. */
const known = new Map<string, string>();

/** Loads a file of a page's release; throws AnswerFault unless it is that very file. */
export async function loadAsset(
  { gatewayUrl, assets }: TrialPlace,
  choice: number,
  fresh: boolean,
): Promise<void> {
  const asset = assets[choice % assets.length];
  if (!asset) throw new RangeError("The vector has no files.");
  const { path, integrity } = asset;
  const url = `${gatewayUrl}${path}`;
  const { status, headers, bytes } = await send({ method: "GET", url, headers: ACCEPT, fresh });
  if (status !== 200) throw new AnswerFault("status", `${path}: ${status}`);
  const hash = hashOf(bytes);
  if (known.get(path) === hash) return;
  const plain = headers["content-encoding"] === "br" ? brotliDecompressSync(bytes) : bytes;
  if (hashOf(plain) !== integrity) throw new AnswerFault("data", `${path} is not the release's own`);
  known.set(path, hash);
}

const ACCEPT = { "accept-encoding": "br" };

function hashOf(bytes: Uint8Array): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
