import type { CanaryStage, Deployment, Figures } from "@sliceway/protocol";

const NOTHING: Figures = { requests: 0, failed: 0, p95Ms: null };

/** The percent of the visitors that have the canary; null if nobody has it yet. */
export function currentPercent({ canary }: Deployment): number | null {
  return canary?.stages.at(-1)?.percent ?? null;
}

/** The deployment with a new share of the visitors; the one before is over. */
export function beginStage(deployment: Deployment, percent: number, now: Date): Deployment {
  const stage: CanaryStage = {
    percent,
    startedAt: now.toISOString(),
    ms: null,
    canary: NOTHING,
    live: NOTHING,
  };
  return changeStages(endStage(deployment, now), (stages) => [...stages, stage]);
}

export function endStage(deployment: Deployment, now: Date): Deployment {
  return changeLast(deployment, (stage) => ({
    ...stage,
    ms: now.getTime() - Date.parse(stage.startedAt),
  }));
}

/** The deployment with what was seen so far in its present stage. */
export function showFigures(deployment: Deployment, canary: Figures, live: Figures): Deployment {
  return changeLast(deployment, (stage) => ({ ...stage, canary, live }));
}

function changeLast(deployment: Deployment, change: (stage: CanaryStage) => CanaryStage): Deployment {
  return changeStages(deployment, (stages) =>
    stages.map((stage) => (stage.ms === null ? change(stage) : stage)),
  );
}

function changeStages(deployment: Deployment, change: (stages: CanaryStage[]) => CanaryStage[]): Deployment {
  const { canary } = deployment;
  return canary ? { ...deployment, canary: { ...canary, stages: change(canary.stages) } } : deployment;
}
