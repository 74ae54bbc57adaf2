import type { PageBoot } from "@sliceway/protocol";
import { usePageRuntime } from "../page/page-runtime.ts";

/** Who is logged in, or null. */
export function useViewer(): PageBoot["viewer"] {
  return usePageRuntime().boot.viewer;
}
