import { type Method, readStrings } from "./amqp-frames.ts";

/** One connection's exchanges, by name. Opening and closing connections and channels has none. */
export interface Talk {
  /** What a method asks, as it is sent. */
  asks(method: Method): string | undefined;
  /** What a method answers or brings, as it comes in. */
  answers(method: Method): string | undefined;
}

/** The names of what is asked, from its arguments. */
const questions: Record<string, (args: Buffer) => string> = {
  "40.10": (args) => `declare exchange ${readStrings(args, 2, 1)[0]}`,
  "50.10": (args) => {
    const [queue = ""] = readStrings(args, 2, 1);
    const isPassive = ((args[3 + Buffer.byteLength(queue)] ?? 0) & 1) === 1;
    return `${isPassive ? "look for" : "declare"} queue ${queue}`;
  },
  "50.20": (args) => {
    const [queue, , key] = readStrings(args, 2, 3);
    return `bind ${queue} to ${key}`;
  },
  "50.50": (args) => {
    const [queue, , key] = readStrings(args, 2, 3);
    return `unbind ${queue} from ${key}`;
  },
  "60.10": () => "set prefetch",
  "60.20": (args) => `consume ${readStrings(args, 2, 1)[0]}`,
  "60.40": (args) => `publish ${readStrings(args, 2, 2)[1]}`,
  "85.10": () => "select confirms",
};

const ACK = "60.80";
const CONSUME = "60.20";
const DELIVER = "60.60";
const PUBLISH = "60.40";
const CONFIRMS = new Set([ACK, "60.120"]);

export function createTalk(): Talk {
  const asked = new Map<string, string>();
  const consumed = new Map<number, string>();
  return {
    asks({ channel, name, args }) {
      if (name === ACK) return `acknowledge ${consumed.get(channel)}`;
      const question = questions[name]?.(args);
      if (!question) return undefined;
      asked.set(`${channel} ${name}`, question);
      if (name === CONSUME) consumed.set(channel, question.replace("consume ", ""));
      return question;
    },
    answers({ channel, name }) {
      if (name === DELIVER) return `deliver from ${consumed.get(channel)}`;
      if (CONFIRMS.has(name)) return asked.get(`${channel} ${PUBLISH}`);
      // An answer has the number after its question's.
      const [kind, number] = name.split(".");
      return asked.get(`${channel} ${kind}.${Number(number) - 1}`);
    },
  };
}
