import type { RegistryState } from "@sliceway/protocol";
import type { Progress } from "./progress.ts";

type Servers = Pick<RegistryState, "wanted" | "instances">;

/** What was replaced has retired when nobody wants its servers and none of them runs any more. */
export function evaluateRetired(replaced: readonly string[], { wanted, instances }: Servers): Progress {
  if (replaced.length === 0) return { kind: "pass", detail: "nothing was replaced" };
  const reasons = replaced.flatMap((ref) => {
    const found = wanted.find(({ slice, release }) => `${slice}@${release}` === ref);
    return found ? [{ ref, reason: found.reason }] : [];
  });
  const again = reasons.find(({ reason }) => reason === "live");
  if (again) return { kind: "pass", detail: `${again.ref} is live again` };
  if (reasons.length > 0)
    return { kind: "wait", detail: reasons.map(({ ref, reason }) => `${ref}: ${reason}`).join("; ") };
  const running = replaced.filter((ref) =>
    instances.some(({ slice, release }) => `${slice}@${release}` === ref),
  );
  return running.length > 0
    ? { kind: "wait", detail: `waiting for ${running.join(", ")} to end` }
    : { kind: "pass", detail: replaced.join(", ") };
}
