const OWN = ["json", "graphql"];

/** The editor checks and completes in workers, which are served from here like all else. */
window.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(`/explorer/assets/${OWN.includes(label) ? label : "editor"}.worker.js`),
};
