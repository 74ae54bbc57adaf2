// Runs in every page before the shell does. If the shell's own code does not come or does not start, nobody else is
// there to lead the page to the release before.
{
  const HUNG_MS = 20_000;
  const OK = 200;
  const { vector, slices } = JSON.parse(document.getElementById("sliceway-boot").textContent);
  const { slice, release, web } = slices.find(({ role }) => role === "shell") ?? {};
  const entry = web && new URL(`/s/${slice}/${release}/${web.entry}`, location.href).href;
  const isWaiting = () => document.querySelector("#root > .boot") !== null;

  /** Shells that failed in this tab: when all there are have failed, the page stays. */
  const listFailed = () => {
    try {
      const known = JSON.parse(sessionStorage.getItem("sliceway:shells") ?? "[]");
      const failed = [...new Set([...known, `${slice}@${release}`])];
      sessionStorage.setItem("sliceway:shells", JSON.stringify(failed));
      return failed;
    } catch {
      return null;
    }
  };
  const report = (message) => {
    const crash = { vector, slice, release, kind: "load", message: message.slice(0, 200) };
    navigator.sendBeacon("/beacon", new Blob([JSON.stringify(crash)], { type: "application/json" }));
  };
  const sayFailed = () => {
    const notice = document.createElement("p");
    notice.textContent = "This page could not be loaded. Please try again in a moment.";
    document.querySelector("#root > .boot")?.replaceChildren(notice);
  };
  const leave = async () => {
    const avoid = listFailed()?.join(".");
    const path = location.pathname + location.search;
    const answer = avoid && (await fetch(`/boot?${new URLSearchParams({ path, from: vector, avoid })}`));
    if (answer?.status !== OK) return sayFailed();
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain HTTP and in some browsers.
    document.cookie = `avoid=${avoid}; path=/; max-age=30; samesite=lax`;
    location.reload();
  };

  let hasFailed = false;
  const fail = (message) => {
    if (hasFailed || !isWaiting()) return;
    hasFailed = true;
    report(message);
    leave().catch(sayFailed);
  };
  addEventListener(
    "error",
    ({ target, filename, message }) => {
      if (target.src === entry) fail("the shell could not be loaded");
      else if (filename === entry) fail(message);
    },
    true,
  );
  setTimeout(fail, HUNG_MS, "the shell did not come in time");
}
