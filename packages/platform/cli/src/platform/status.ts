import type { Deployment, Figures, Instance } from "@sliceway/protocol";
import type { Overview } from "@sliceway/protocol/client";
import type { ServerProcess } from "./read-processes.ts";

export interface RunningInstance {
  release: string;
  state: Instance["state"];
  url: string;
  /** Null where it runs on another machine. */
  process: ServerProcess | null;
  /** Null where nobody counted for long enough; a single look cannot know. */
  requestsPerSecond: number | null;
}

export interface SliceStatus {
  slice: string;
  /** Id of the live release; null if the slice is not live but still runs. */
  release: string | null;
  /** Since when it is live (ISO 8601), and by whom it was made so; null if it is not. */
  since: string | null;
  by: string | null;
  /** Servers of the live release. */
  instances: RunningInstance[];
  /** Other releases whose servers should run, and why. */
  others: { release: string; reason: string; instances: RunningInstance[] }[];
  /** Until when the slice can be rolled back (ISO 8601), and the vector that would be live then. */
  rollback: { vector: string; until: string } | null;
}

export interface CanaryStatus {
  deployment: string;
  by: string;
  /** `slice@id` */
  releases: string[];
  vector: string;
  /** Share of the visitors that have it, in percent. */
  percent: number;
  /** Since when it has this share (ISO 8601). */
  since: string;
  /** What was seen since then, of it and of what is live. */
  canary: Figures;
  live: Figures;
  steps: number[];
  /** Null: it stays until somebody promotes it. */
  next: number | null;
  /** A step takes so many requests, or so many minutes. */
  samples: number;
  stepMinutes: number;
}

export interface PreviewStatus {
  name: string;
  releases: string[];
  vector: string;
  /** ISO 8601. */
  until: string;
  /** Those of the releases that run on a database of their own. */
  isolated: string[];
}

/** What `sliceway status --json` prints, without its events. */
export interface Status {
  gatewayUrl: string;
  registryUrl: string;
  /** Id of the live vector; null until the first deployment. */
  live: string | null;
  revision: number;
  /** When it became live (ISO 8601), and by what. */
  since: string | null;
  cause: string | null;
  slices: SliceStatus[];
  canaries: CanaryStatus[];
  previews: PreviewStatus[];
  /** Under way, canaries that visitors have left out. */
  deployments: Deployment[];
  lastDeployment: Deployment | null;
  held: Overview["held"];
  oldPagesMemory: Overview["oldPagesMemory"];
  /** `slice@id` */
  revoked: string[];
  contractions: Overview["contractions"];
  traffic: Overview["traffic"];
  /** Answered at the live vector; null where nobody counted for long enough. */
  requestsPerSecond: number | null;
}
