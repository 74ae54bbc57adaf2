import type { CrashReport } from "@sliceway/protocol";
import { CodeFailed } from "@sliceway/web-kit/host";

const MESSAGE_LIMIT = 200;
const OK = 200;

/** What the run-time code of the builds puts on its errors. */
interface LoadError {
  name?: string;
  code?: string;
  message?: string;
  /** URL of the file. */
  request?: string;
}

/** What kind of failure an error of a remote's code is, and the beginning of its words. */
export function describeCrash(error: unknown): Pick<CrashReport, "kind" | "message"> {
  const cause = error instanceof CodeFailed ? error.cause : error;
  const kind = error instanceof CodeFailed ? kindOf(cause as LoadError) : "render";
  return { kind, message: String(cause).slice(0, MESSAGE_LIMIT) };
}

function kindOf({ name, code, message = "", request }: LoadError): CrashReport["kind"] {
  const isChunk = name === "ChunkLoadError" || code === "CSS_CHUNK_LOAD_FAILED";
  const entry = /ScriptNetworkError: Failed to load script "([^"]+)"/.exec(message)?.[1];
  const url = isChunk ? request : entry;
  if (message.includes("no integrity is known") || (url && hasArrived(url))) return "integrity";
  return isChunk ? "chunk" : "load";
}

/** Browsers do not say why they refused a file. One that came and was not taken had other bytes than promised. */
function hasArrived(url: string): boolean {
  const { href } = new URL(url, window.location.href);
  const [last] = performance.getEntriesByName(href, "resource").slice(-1) as PerformanceResourceTiming[];
  return last?.responseStatus === OK;
}
