import type { Problem, ReleaseRef, Routing } from "@sliceway/protocol";
import type { Caller } from "../access/caller.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import type { CanaryEnd } from "../db/routing.ts";
import type { VectorOutline } from "../db/vectors.ts";
import type { Refusal } from "../refusal.ts";

/** Slice to release id. */
export type Releases = Record<string, string>;

/** What a deployment is to make of the routing. */
export type Candidate = Pick<StoredDeployment, "deployment" | "baseRevision">;

/** Ends the slice's canary, if it has one; else makes its rollback vector live, unless `only` a canary is to end. */
export interface RollbackCommand {
  kind: "roll-back";
  slice: string;
  only?: "canary" | undefined;
  /** Releases (`slice@id`) of the canary that it had when somebody asked: nobody is led back from anything else. */
  canary?: readonly string[] | undefined;
  by: Caller;
}

/** A change of the routing that somebody, or the registry by itself, wants. */
export type RoutingCommand =
  /** Makes a stored vector live, for whoever has seen that revision. */
  | { kind: "set-live"; revision: number; vector: string; by: string }
  | RollbackCommand
  /** Takes a release out of the routing for ever. */
  | { kind: "revoke"; release: ReleaseRef; by: string }
  /** With `dev` only if it shows the work of that session. */
  | { kind: "end-preview"; name: string; dev?: string; by: string }
  /** Shows the candidate to those who carry an override of the preview's name. */
  | { kind: "open-preview"; candidate: Candidate }
  /** Gives the candidate to `percent` of the visitors. */
  | { kind: "widen-canary"; candidate: Candidate; percent: number; by: string; cause: string }
  /** Takes the visitors of a failed canary back to what is live. */
  | { kind: "withdraw-canary"; deployment: string; cause: string }
  /** Makes the candidate live. */
  | { kind: "shift"; candidate: Candidate }
  /** Says how old pages are served, if that revision holds still. */
  | ({ kind: "move-old-pages"; revision: number; cause: string } & Pick<Routing, "forwards" | "leaving">);

/** What came of composing a vector. */
export type Composed = { ok: true } | { ok: false; problems: Problem[] };

/** All that a plan follows from, beside the command and the routing. */
export interface RoutingFacts {
  now: Date;
  /** Of the stored vectors that the routing leads to and the command names, by id. */
  outlines: ReadonlyMap<string, VectorOutline>;
  /** Of vectors that are not among those, by the id that they have or would have. */
  composed: ReadonlyMap<string, Composed>;
  /** The routing that the command's candidate was checked against. */
  base?: Routing | undefined;
}

export type RoutingPlan =
  | { kind: "refuse"; refusal: Refusal }
  /** It is so already. */
  | { kind: "nothing" }
  /** Not now; `detail` says why, and it may be possible later. */
  | { kind: "wait"; detail: string }
  /** What the candidate was checked against does not hold any more. */
  | { kind: "stale" }
  /** It takes vectors of these releases, of which the facts say nothing. */
  | { kind: "missing"; vectors: Releases[] }
  | ({ kind: "write" } & RoutingChange);

/** What is to be stored. */
export interface RoutingChange {
  /** The routing after it; `revision` is still the one before. */
  routing: Routing;
  cause: string;
  /** Name of the token by which somebody asked for it; absent where the registry does it by itself. */
  by?: string;
  /** Canaries that end by it. */
  ended?: CanaryEnd[];
  /** Releases that become live and were not checked just now: their databases may have lost what they need. */
  unchecked?: Releases;
  /** A vector that somebody works on and nobody is sent to any more: it stays for requests on their way. */
  replacedWork?: string | undefined;
}
