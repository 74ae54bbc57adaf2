// A Module Federation container, by hand. "xxreleaseidx" is replaced by the release's id.
globalThis.mottos__xxreleaseidx = (() => {
  let shared;

  /** One library of those that the shell shares. */
  async function take(name) {
    const [version] = Object.values(shared[name]);
    return (version.lib ?? (await version.get()))();
  }

  async function mottosPage() {
    const { createElement, useEffect, useState } = await take("react");

    function MottosPage() {
      const [mottos, setMottos] = useState(null);
      useEffect(() => {
        ask("xxoperationidxx").then(({ data }) => setMottos(data?.mottos ?? []));
      }, []);
      return createElement(
        "main",
        { style: { maxWidth: 640, margin: "2rem auto", padding: "0 1rem" } },
        createElement("h1", null, "Mottos"),
        createElement(
          "ul",
          null,
          (mottos ?? []).map(({ text, author }) =>
            createElement("li", { key: text }, text, author?.name ? ` (${author.name})` : ""),
          ),
        ),
      );
    }
    return { MottosPage };
  }

  /** A trusted document, by its id, at the vector that the page was loaded at. */
  async function ask(documentId) {
    const { vector } = JSON.parse(document.getElementById("sliceway-boot").textContent);
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "x-sliceway-vector": vector },
      body: JSON.stringify({ documentId, variables: {} }),
    });
    return response.json();
  }

  return {
    init: (scope) => {
      shared = scope;
    },
    get: async (module) => {
      if (module !== "./pages/MottosPage") throw new Error(`mottos exposes no ${module}`);
      const exports = await mottosPage();
      return () => exports;
    },
  };
})();
