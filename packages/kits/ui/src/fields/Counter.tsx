import { classNames } from "../class-names.ts";
import { countCharacters } from "./count-characters.ts";

interface CounterProps {
  text: string;
  limit: number;
  label?: (left: number) => string;
}

/** Says how many characters are left once it matters: in the last fifth. */
export function Counter({ text, limit, label }: CounterProps) {
  const left = limit - countCharacters(text);
  const near = left <= limit / 5;
  return (
    <output
      className={classNames("ui-counter", left < 0 && "ui-counter-over")}
      aria-label={near ? label?.(left) : undefined}
    >
      {near ? left : ""}
    </output>
  );
}
