import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Terminal } from "../terminal.ts";
import { openScreen } from "./open-screen.ts";

const ESC = "\u001b";

function recordingTerminal(columns: number, rows: number): Terminal & { written: string[] } {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  return { columns, rows, write, onResize: () => ({ [Symbol.dispose]: () => undefined }), written };
}

test("takes the terminal over, draws only what is new, and gives it back", () => {
  const terminal = recordingTerminal(20, 5);
  const screen = openScreen(terminal);
  screen.draw(["one", "two"]);
  screen.draw(["one", "two"]);
  screen.draw(["one"]);
  screen[Symbol.dispose]();
  const [enter, first, second, leave, ...more] = terminal.written;
  expect([enter, leave, more]).toEqual([`${ESC}[?1049h${ESC}[?25l`, `${ESC}[?25h${ESC}[?1049l`, []]);
  expect(first).toContain(`${ESC}[Hone${ESC}[K\r\ntwo${ESC}[K${ESC}[J`);
  expect(second).toContain(`${ESC}[Hone${ESC}[K${ESC}[J`);
});

test("cuts what is too long, and says how much is too much", () => {
  const terminal = recordingTerminal(8, 3);
  using screen = openScreen(terminal);
  screen.draw(["123456789", "b", "c", "d"]);
  const text = stripVTControlCharacters(terminal.written[1] ?? "");
  expect(text).toBe("1234567…\r\nb\r\n… 2 mor…");
});
