import type { PageData } from "@sliceway/protocol";

/** The first route's answer, which the gateway streams into the tail of the page; null if there is none. */
export async function readPageData(): Promise<PageData["operation"]> {
  await wholePage();
  const text = document.getElementById("sliceway-data")?.textContent;
  if (!text) return null;
  const { operation }: PageData = JSON.parse(text);
  return operation;
}

/** The end of the page is its own signal: the data is the last thing in it. */
function wholePage(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) =>
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }),
  );
}
