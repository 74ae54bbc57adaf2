import { type LoadReport, type Member, type OpenLoop, type Place, startOpenLoop } from "@sliceway/trial-kit";
import { z } from "zod";
import { writePost } from "../network/people.ts";

const PER_SECOND = 20;
const PATHS = ["/", "/friends", "/search"];
const edges = z.object({ edges: z.array(z.unknown()) });

/** People who read and write from the pages of `place`, lightly and at fixed moments, half of it on new connections. */
export function startLoad(place: Place, members: readonly Member[]): OpenLoop {
  return startOpenLoop(PER_SECOND, async (index) => {
    const member = members[index % members.length];
    if (!member) throw new RangeError("A load needs somebody.");
    const fresh = Math.floor(index / members.length) % 2 === 0;
    const round = Math.floor(index / (2 * members.length));
    if (round % 10 === 9) await writePost(member.at(place), `Written meanwhile, ${index}.`);
    else if (round % 3 === 2) await member.open(PATHS[round % PATHS.length] ?? "/", { fresh });
    else await member.at(place).ask("FeedPage", {}, z.object({ timeline: edges }), { fresh });
  });
}

/** What a load has seen; throws if a request failed. */
export function summarizeLoad({ sent, failed, failures, p99 }: LoadReport): string {
  if (failed > 0) throw new Error(`${failed} of ${sent} requests failed: ${failures.slice(0, 5).join("; ")}`);
  return `${sent} requests, 0 failed, p99 ${Math.round(p99)} ms`;
}
