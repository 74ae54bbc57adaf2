import { listChildren } from "./child-records.ts";
import { killGroup } from "./end-process.ts";

/** The last net: whatever makes this process exit before it has stopped its children, they end with it. */
export function endChildrenOnExit(runDir: string): Disposable {
  const end = () => listChildren(runDir).forEach(killGroup);
  process.once("exit", end);
  return { [Symbol.dispose]: () => process.off("exit", end) };
}
