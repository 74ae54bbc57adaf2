/** Slice to the number of its release. */
export type Releases = Readonly<Record<string, string>>;

export interface Canary {
  /** `notes@4` of what differs from live. */
  releases: readonly string[];
  percent: number;
  vector: Releases;
}

export interface Preview {
  releases: readonly string[];
  vector: Releases;
  /** Milliseconds, as everywhere in the model. */
  until: number;
}

export interface Way {
  vector: Releases;
  until: number;
}

/** What people are sent to: what the model says of it, and what is read of the registry. */
export interface View {
  live: Releases;
  /** By slice. */
  rollback: Readonly<Record<string, Way>>;
  /** By deployment. */
  canaries: Readonly<Record<string, Canary>>;
  /** By name. */
  previews: Readonly<Record<string, Preview>>;
  revoked: readonly string[];
}

/**
 * How far a deployment is. `begun`: nobody has it. `shared`: some visitors have it. `promoted`: all are about to get it.
 * `ending`: it was ended or made live by others, and is about to notice. `settling`: all have it, and gateways are about to say so.
 */
type Phase = "begun" | "shared" | "promoted" | "ending" | "settling" | "done" | "failed";

export interface Deployment {
  kind: "deploy" | "canary" | "preview";
  releases: readonly string[];
  createdAt: number;
  phase: Phase;
  /** Of a canary. */
  steps: readonly number[];
  /** Of a preview. */
  preview: { name: string; until: number } | null;
  /** The codes of its problems, once it has failed. */
  codes: readonly string[];
}

/** All that the answers to commands follow from. Ways whose time is over are not in it. */
export interface Model extends View {
  now: number;
  /** By id: those under way, and those that are over. */
  deployments: Readonly<Record<string, Deployment>>;
}

/** What a step does: the model after it, and what is said and written of it. */
export interface Move {
  model: Model;
  /** Of a command. */
  answer?: Answer;
  /** The routing was written by it. */
  written?: Written;
  /** Entries of the audit log that belong to no routing: `deploy notes@4`. */
  noted?: string[];
}

export interface Answer {
  /** Of the refusal; null if it was done. */
  code: string | null;
  /** The deployment that is told of. */
  deployment?: string;
}

export interface Written {
  by: "administrator" | "registry";
  /** Null: its words tell of figures. */
  cause: string | null;
}

export const DONE: Answer = { code: null };

export function refuse(model: Model, code: string): Move {
  return { model, answer: { code } };
}

export function sliceOf(ref: string): string {
  return ref.split("@")[0] ?? "";
}

/** The releases with others (`notes@4`) in their place. */
export function withReleases(releases: Releases, refs: readonly string[]): Releases {
  return { ...releases, ...Object.fromEntries(refs.map((ref) => ref.split("@"))) };
}

export function holdsAll(releases: Releases, refs: readonly string[]): boolean {
  return refs.every((ref) => releases[sliceOf(ref)] === ref.split("@")[1]);
}

/** The model with the deployment changed. */
export function changeDeployment(model: Model, id: string, change: Partial<Deployment>): Model {
  const deployment = model.deployments[id];
  if (!deployment) throw new Error(`the model has no deployment ${id}`);
  return { ...model, deployments: { ...model.deployments, [id]: { ...deployment, ...change } } };
}

export function isUnderWay({ phase }: Deployment): boolean {
  return phase !== "done" && phase !== "failed";
}

/** The record without one of its entries. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
