import { defineErrors } from "@sliceway/errors";

/** What keeps a request of any kind from an answer. */
export const requestErrors = defineErrors({
  FAILED: { title: "The registry failed", fix: "See the registry's log, and try again." },
  FENCED: {
    title: "A lease has ended, or another instance has it",
    fix: "Stop acting as the live instance and open a new lease.",
  },
  KEY_DIFFERS: { title: "A gateway's key has the id of another", fix: "Give the new key an id of its own." },
  NOT_FOUND: { title: "The registry has nothing at that address", fix: "Correct the address." },
  REQUEST_INVALID: { title: "A request is malformed", fix: "Correct the request and send it again." },
});
