import { clip } from "../report/clip.ts";
import type { Terminal } from "../terminal.ts";

const ESC = "\u001b[";
const [ENTER, LEAVE] = [`${ESC}?1049h${ESC}?25l`, `${ESC}?25h${ESC}?1049l`];
/** A terminal that knows these shows what is between them at once. */
const [BEGIN, END] = [`${ESC}?2026h`, `${ESC}?2026l`];
const [HOME, REST_OF_LINE, REST_OF_SCREEN] = [`${ESC}H`, `${ESC}K`, `${ESC}J`];

export interface Screen extends Disposable {
  /** Shows these lines in place of those before. */
  draw(lines: readonly string[]): void;
}

/**
 * Takes the whole terminal, and gives it back as it was when disposed. A frame is written over the one before and never
 * cleared first, so nothing flickers.
 */
export function openScreen(terminal: Terminal): Screen {
  let shown = "";
  terminal.write(ENTER);
  return {
    draw: (lines) => {
      const { columns, rows } = terminal;
      const text = fit(lines, rows)
        .map((line) => clip(line, columns) + REST_OF_LINE)
        .join("\r\n");
      const frame = `${BEGIN}${HOME}${text}${REST_OF_SCREEN}${END}`;
      const key = `${columns}x${rows} ${frame}`;
      if (key !== shown) terminal.write(frame);
      shown = key;
    },
    [Symbol.dispose]: () => terminal.write(LEAVE),
  };
}

function fit(lines: readonly string[], rows: number): readonly string[] {
  if (lines.length <= rows) return lines;
  const kept = lines.slice(0, rows - 1);
  return [...kept, `… ${lines.length - kept.length} more lines`];
}
