import { defineErrors } from "@sliceway/errors";

/** Who may do what: tokens, rights, keys and signatures. */
export const accessErrors = defineErrors({
  RIGHT_MISSING: {
    title: "The token has no right to this",
    fix: "Ask an administrator to do it, in the home of the platform or with the token from there.",
  },
  SIGNATURE_MISSING: {
    title: "A release is not signed",
    fix: "Publish it with `sliceway deploy`, or sign it as docs/protocol.md says.",
  },
  SIGNATURE_WRONG: {
    title: "A release was altered after it was signed",
    fix: "Build the release again, sign it, and publish it unchanged.",
  },
  SIGNING_KEY_FOREIGN: {
    title: "The key signs releases of another slice",
    fix: "Sign with a key of {slice}: sliceway key list shows which it has.",
  },
  SIGNING_KEY_REVOKED: {
    title: "The key was revoked",
    fix: "Sign with another: sliceway key create {slice} makes one.",
  },
  SIGNING_KEY_UNKNOWN: {
    title: "Nobody has registered the key",
    fix: "Ask an administrator to register its public half: sliceway key add {slice} <public key>.",
  },
  TOKEN_EXPIRED: {
    title: "The token's time is over",
    fix: "Ask an administrator for another: sliceway token create {slices}.",
  },
  TOKEN_ID_UNKNOWN: {
    title: "There is no token of that id",
    fix: "See which there are: sliceway token list.",
  },
  TOKEN_MISSING: {
    title: "A request came without a token",
    fix: "Set SLICEWAY_TOKEN, or send it as authorization: Bearer <token>.",
  },
  TOKEN_REVOKED: {
    title: "The token was revoked",
    fix: "Ask an administrator for another: sliceway token create {slices}.",
  },
  TOKEN_UNKNOWN: {
    title: "The registry has not given out the token",
    fix: "Copy it whole, or ask an administrator for one: sliceway token create <slice>.",
  },
});
