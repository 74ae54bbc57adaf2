import type { Deployment, Routing } from "@sliceway/protocol";
import { RegistryError } from "@sliceway/protocol/client";
import type { Command } from "../commands/command.ts";
import { sliceOf } from "../model/model.ts";
import type { ObservedAnswer } from "../trial/observed.ts";
import type { World } from "./start-world.ts";

const MINUTES_AN_HOUR = 60;

/** Sends a command over HTTP; all releases that it names are published. */
export async function sendCommand(world: World, command: Command): Promise<ObservedAnswer> {
  try {
    return await readAnswer(world, await send(world, command));
  } catch (error) {
    if (!(error instanceof RegistryError) || error.status >= 500) throw error;
    return { code: error.code, deployment: null, view: null };
  }
}

async function send({ registry, publish }: World, command: Command): Promise<Deployment | Routing | null> {
  const { client } = registry;
  const publishAll = (refs: readonly string[]) => Promise.all(refs.map(publish));
  switch (command.kind) {
    case "deploy":
      return await client.createDeployment(await publishAll(command.releases));
    case "canary": {
      const canary = { steps: command.steps, stepMinutes: 1_000_000 };
      return await client.createDeployment(await publishAll(command.releases), { canary });
    }
    case "open-preview": {
      const preview = { name: command.name, hours: command.minutes / MINUTES_AN_HOUR };
      return await client.createDeployment(await publishAll(command.releases), { preview });
    }
    case "end-preview":
      return await client.endPreview(command.name);
    case "rollback":
      return await client.rollback(command.slice, command.only);
    case "promote":
      return await client.promote(command.slice, command.to);
    case "revoke": {
      const [, id = ""] = (await publish(command.release)).split("@");
      return await client.revoke(sliceOf(command.release), id);
    }
    case "pass":
    case "visit":
      return null;
    default:
      return command satisfies never;
  }
}

async function readAnswer({ readView }: World, answer: Deployment | Routing | null): Promise<ObservedAnswer> {
  if (answer === null) return { code: null, deployment: null, view: null };
  if ("id" in answer) return { code: null, deployment: answer.id, view: null };
  return { code: null, deployment: null, view: await readView(answer) };
}
