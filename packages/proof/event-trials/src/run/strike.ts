import type { Row } from "../audit/row.ts";
import type { Point } from "../points/point.ts";
import type { Runner } from "../processes/runner.ts";

/** Times up to which a process is let come to a point that it comes to all the time. */
const LATEST = 6;

/**
 * Kills a process at a point, on each of its sides, and starts it once more without an order. The process that dies on
 * one side is the one that was started after the death on the other.
 */
export async function strike(runner: Runner, row: Row, point: Point, random: () => number): Promise<void> {
  let died = false;
  const start = async (...order: Parameters<Runner["start"]>) => {
    await runner.start(...order);
    if (died) row.restarts += 1;
  };
  for (const side of point.sides) {
    const nth = point.isFrequent ? 1 + Math.floor(random() * LATEST) : 1;
    await start({ where: point.where, side, nth });
    died = await runner.struck();
    row[died ? "kills" : "missed"] += 1;
  }
  await start();
}
