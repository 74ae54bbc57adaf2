import { retry } from "@sliceway/service-kit";
import { registryOf } from "../network/people.ts";
import type { Stage } from "../trial/stage.ts";

const PATIENCE = { untilMs: 120_000 };

/** A deployment that was in the middle of its way comes to its end, or ends with a word. */
export async function checkBegun({ site }: Stage, id: string): Promise<string> {
  const look = async () => {
    const deployment = await registryOf(site).getDeployment(id);
    if (deployment.state !== "running") return deployment;
    throw new Error(`it does not go on: ${deployment.steps.map(({ name }) => name).join(" ")}`);
  };
  const { state, problems } = await retry(look, PATIENCE);
  const words = problems.map(({ message }) => message).join("; ");
  if (state !== "done" && words === "") throw new Error(`${state}, without a word`);
  return [state, words].filter(Boolean).join(": ");
}
