import type { Command } from "../commands/command.ts";
import { beginDeployment } from "./deploy.ts";
import { DONE, type Model, type Move, refuse, without } from "./model.ts";
import { promote } from "./promote.ts";
import { revoke } from "./revoke.ts";
import { rollBack } from "./roll-back.ts";
import { visit } from "./visit.ts";

const MINUTE_MS = 60_000;

/** What a command does at once. A deployment that begins gets this id and time. */
export function obey(model: Model, command: Command, begun: { id: string; createdAt: number }): Move {
  const { id, createdAt } = begun;
  switch (command.kind) {
    case "deploy":
      return beginDeployment(model, id, { kind: "deploy", releases: command.releases, createdAt });
    case "canary": {
      const { releases, steps } = command;
      return beginDeployment(model, id, { kind: "canary", releases, steps, createdAt });
    }
    case "open-preview": {
      const preview = { name: command.name, until: createdAt + command.minutes * MINUTE_MS };
      return beginDeployment(model, id, { kind: "preview", releases: command.releases, preview, createdAt });
    }
    case "end-preview":
      return endPreview(model, command.name);
    case "rollback":
      return rollBack(model, command.slice, command.only);
    case "promote":
      return promote(model, command.slice, command.to);
    case "revoke":
      return revoke(model, command.release);
    case "visit":
      return visit(model, command.slice, command.fails);
    case "pass":
      return { model };
    default:
      return command satisfies never;
  }
}

function endPreview(model: Model, name: string): Move {
  if (!model.previews[name]) return refuse(model, "PREVIEW_UNKNOWN");
  return {
    model: { ...model, previews: without(model.previews, name) },
    answer: DONE,
    written: { by: "administrator", cause: `end of the preview ${name}` },
  };
}
