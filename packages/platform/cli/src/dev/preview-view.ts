import type { Release } from "@sliceway/protocol";
import type { Connection } from "../platform/connect.ts";
import { describeSave, needsNewPage, type Save } from "./describe-save.ts";
import { NotShown } from "./explain-failure.ts";
import type { Session } from "./session.ts";
import { showWork } from "./show-work.ts";

export interface PreviewViewOptions {
  connection: Pick<Connection, "registry" | "sign">;
  session: Session;
  releasesDir: string;
  shell: Release | undefined;
}

/** What the session's preview shows. */
export interface PreviewView {
  /** Vectors whose pages have to come anew. */
  readonly stale: string[];
  /** Whether what was to be shown last, and is not, asks pages to come anew. */
  readonly isAhead: boolean;
  /** Shows a release; null if it is there already. Throws NotShown, and then the one before stays. */
  show(release: Release, signal: AbortSignal): Promise<Save | null>;
}

export function createPreviewView({ connection, ...options }: PreviewViewOptions): PreviewView {
  let shown: Release | undefined;
  let isAhead = false;
  /** Vectors at which pages may have been loaded that go on with what is shown. */
  let fitting: string[] = [];
  const stale: string[] = [];
  return {
    stale,
    get isAhead() {
      return isAhead;
    },
    async show(release, signal) {
      const before = shown ?? release;
      const isOther = needsNewPage(before, release);
      isAhead = isOther;
      if (shown?.id === release.id) return null;
      const isFirst = shown === undefined;
      const deployment = await showWork(connection, { ...options, release }, signal);
      if (deployment.state === "failed" || deployment.vector === null) throw new NotShown(deployment);
      if (isOther) stale.push(...fitting.splice(0));
      fitting = [...fitting, deployment.vector];
      // Somebody may have gone back to what was there before.
      for (const vector of fitting) if (stale.includes(vector)) stale.splice(stale.indexOf(vector), 1);
      [shown, isAhead] = [release, false];
      return isFirst ? null : describeSave(before, release);
    },
  };
}
