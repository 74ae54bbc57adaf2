import { ZodError } from "zod";

const LONGEST_REASON = 1_000;
const FRAMES = 3;

/** Why an event failed, for whoever mends it: the error's name and message, not its stack. */
export function reasonOf(error: unknown): string {
  const reason = error instanceof ZodError ? `ZodError: ${listIssues(error)}` : String(error);
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}

/** What a log may say of it: what kind of error and where. Messages can repeat the event's data, so they stay out. */
export function describeForLog(error: unknown): { error: string; code?: unknown; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error ? { code: error.code } : {};
  return { error: error.name, ...code, at: at.slice(0, FRAMES).map((line) => line.trim()) };
}

function listIssues({ issues }: ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message))
    .join("; ");
}
