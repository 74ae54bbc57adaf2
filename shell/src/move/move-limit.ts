const STORED = "sliceway:moves";
const MOVES = 3;
const WINDOW_MS = 60_000;

/** At most three moves a minute, over reloads of the tab as well: releases that fail in turn must not chase a page. */
export interface MoveLimit {
  allows(): boolean;
  note(): void;
}

export function createMoveLimit(now: () => number = Date.now): MoveLimit {
  let moves = readMoves();
  const recent = () => moves.filter((at) => at > now() - WINDOW_MS);
  return {
    allows: () => recent().length < MOVES,
    note() {
      moves = [...recent(), now()];
      keepMoves(moves);
    },
  };
}

function readMoves(): number[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? "[]");
  } catch {
    return [];
  }
}

function keepMoves(moves: number[]): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(moves));
  } catch {}
}
