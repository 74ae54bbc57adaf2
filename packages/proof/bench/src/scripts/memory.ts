import { renderTable } from "@sliceway/cli";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { findRoots } from "../memory/find-roots.ts";
import { groupProcesses, type ProcessGroup } from "../memory/group-processes.ts";
import { listProcesses, readPss } from "../memory/proc.ts";
import type { Options } from "../options.ts";
import { megabytes } from "../units.ts";

interface GroupMemory extends ProcessGroup {
  bytes: number;
  /** A server of a slice's release: what one more release costs. */
  isRelease: boolean;
}

/** Resident memory of a running platform, process by process. Pages that processes share are split between them. */
export async function memory({ home }: Options) {
  if (process.platform !== "linux") {
    throw new SlicewayError(errors.LINUX_ONLY("Memory is read from /proc."));
  }
  const groups = groupProcesses(await findRoots(home), await listProcesses());
  const measured = await Promise.all(groups.map(measure));
  const totalBytes = sum(measured);
  const releases = measured.filter(({ isRelease }) => isRelease);
  const perReleaseBytes = releases.length > 0 ? sum(releases) / releases.length : 0;
  return {
    figures: { totalBytes, perReleaseBytes, groups: measured },
    lines: render(measured, totalBytes, perReleaseBytes),
  };
}

async function measure(group: ProcessGroup): Promise<GroupMemory> {
  const sizes = await Promise.all(group.pids.map(readPss));
  const bytes = sizes.reduce<number>((total, size) => total + (size ?? 0), 0);
  return { ...group, bytes, isRelease: group.name.includes("@") };
}

function sum(groups: GroupMemory[]): number {
  return groups.reduce((total, { bytes }) => total + bytes, 0);
}

function render(groups: GroupMemory[], totalBytes: number, perReleaseBytes: number): string[] {
  const rows = groups.map(({ name, pids, bytes }) => [name, `${pids.length}`, megabytes(bytes)]);
  const count = groups.reduce((total, { pids }) => total + pids.length, 0);
  return [
    ...renderTable([["process", "count", "PSS"], ...rows, ["all", `${count}`, megabytes(totalBytes)]]),
    `A slice server takes ${megabytes(perReleaseBytes)} on average, without its share of PostgreSQL.`,
  ];
}
