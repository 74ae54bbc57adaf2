import { sleep } from "@sliceway/service-kit";
import type { Report } from "../interpose/report.ts";
import type { Role } from "../processes/role.ts";
import type { Point, Stage } from "./point.ts";

const POLL_MS = 50;
const ROLES: Role[] = ["writer", "relay", "consumer", "mutations"];
/** The one in which a point is come to most easily is where it is tried. */
const STAGES: Stage[] = ["again", "waiting", "first"];

/** Finds the points: whatever exchange a process comes to is one. */
export interface Recorder {
  note(role: Role, stage: Stage, report: Report): void;
  /** Waits until nothing new has come for so long. */
  settle(quietMs: number): Promise<void>;
  /** All points so far: role by role, stage by stage, in the order in which they were come to first. */
  list(): Point[];
}

export function createRecorder(): Recorder {
  const points = new Map<string, Point>();
  let changedAt = performance.now();

  const find = (role: Role, stage: Stage, where: string): Point => {
    const key = [role, stage, where].join(" ");
    const point = points.get(key) ?? { role, stage, where, sides: [], isFrequent: false };
    points.set(key, point);
    return point;
  };
  return {
    note(role, stage, report) {
      if (report.kind !== "reached") return;
      const point = find(role, stage, report.where);
      const isNew = !point.sides.includes(report.side);
      if (isNew) point.sides.push(report.side);
      if (isNew || (report.isFrequent && !point.isFrequent)) changedAt = performance.now();
      point.isFrequent ||= report.isFrequent;
    },
    async settle(quietMs) {
      changedAt = performance.now();
      while (performance.now() - changedAt < quietMs) await sleep(POLL_MS);
    },
    list: () =>
      ROLES.flatMap((role) => STAGES.flatMap((stage) => ofStage([...points.values()], role, stage))),
  };
}

function ofStage(points: Point[], role: Role, stage: Stage): Point[] {
  const easier = STAGES.slice(0, STAGES.indexOf(stage));
  const isEasier = ({ where }: Point) =>
    points.some((other) => other.role === role && other.where === where && easier.includes(other.stage));
  return points.filter((point) => point.role === role && point.stage === stage && !isEasier(point));
}
