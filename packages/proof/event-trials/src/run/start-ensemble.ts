import { type Crowd, startCrowd } from "../crowd/start-crowd.ts";
import { type People, startPeople } from "../crowd/start-people.ts";
import type { Recorder } from "../points/recorder.ts";
import type { Programs, Role } from "../processes/role.ts";
import type { Runner } from "../processes/runner.ts";
import type { Pair, World } from "../world/start-world.ts";

const WRITERS = 4;

/** A pair of slices at work: four writers, a relay, a consumer, and a server of mutations with people who use it. */
export interface Ensemble extends AsyncDisposable {
  world: World;
  pair: Pair;
  crowd: Crowd;
  people: People;
  runners: Record<Role, Runner[]>;
}

export interface EnsembleOptions {
  world: World;
  programs: Programs;
  recorder: Recorder;
}

export async function startEnsemble({ world, programs, recorder }: EnsembleOptions): Promise<Ensemble> {
  await using stack = new AsyncDisposableStack();
  const pair = await world.openPair("counting");
  const crowd = stack.use(startCrowd({ world, pair, programs, recorder }));
  const runners: Ensemble["runners"] = {
    writer: Array.from({ length: WRITERS }, () => crowd.add("writer")),
    relay: [crowd.add("relay")],
    consumer: [crowd.add("consumer")],
    mutations: [crowd.add("mutations")],
  };
  await Promise.all(listRunners(runners).map((runner) => runner.start()));
  const people = stack.use(startPeople(world, pair, crowd));
  const opened = stack.move();
  return { world, pair, crowd, people, runners, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

export function listRunners(runners: Ensemble["runners"]): Runner[] {
  return Object.values(runners).flat();
}
