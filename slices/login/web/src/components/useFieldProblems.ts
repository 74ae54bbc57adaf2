import { useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

interface FieldProblem {
  field: string;
  reason: string;
}

export type FieldProblems = Record<string, string>;

/** What is wrong with each field, in the visitor's language. `aliases` maps the input's names to those of messages. */
export function useFieldProblems(): (
  fields: FieldProblem[],
  aliases?: Record<string, string>,
) => FieldProblems {
  const t = useMessages(messages);
  return (fields, aliases = {}) =>
    Object.fromEntries(
      fields.map(({ field, reason }) => {
        const key = `${aliases[field] ?? field}.${reason}`;
        return [field, isMessage(key) ? t(key) : t("notAccepted")];
      }),
    );
}

function isMessage(key: string): key is keyof typeof messages.en {
  return key in messages.en;
}
