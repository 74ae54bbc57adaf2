import type { PageBoot } from "@sliceway/protocol";

/** What the gateway put into the page: vector, slices, fragments, integrity, viewer. */
export function readBoot(): PageBoot {
  const text = document.getElementById("sliceway-boot")?.textContent;
  if (!text) throw new Error("The page carries no sliceway-boot; it was not served by a gateway.");
  return JSON.parse(text);
}
