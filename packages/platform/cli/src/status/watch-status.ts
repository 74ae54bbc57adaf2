import type { Context } from "../context.ts";
import type { Io } from "../io.ts";
import type { Terminal } from "../terminal.ts";
import { watchStopSignals } from "../up/stop-signals.ts";
import { followStatus, type Sight } from "./follow-status.ts";
import { newsOf } from "./news-of.ts";
import { openScreen } from "./open-screen.ts";
import { renderSight } from "./render-sight.ts";

/** Where sights are shown, until it is disposed. */
interface Show extends Disposable {
  show(sight: Sight): void;
}

/** Shows the status live until Ctrl-C: on a terminal in place, elsewhere as a new block for all that is new. */
export async function watchStatus(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  using stop = watchStopSignals();
  const signal = io.signal ? AbortSignal.any([stop.asked, io.signal]) : stop.asked;
  let show: Show | undefined;
  try {
    for await (const sight of followStatus(context, signal)) {
      // A platform that is not there is said on the terminal as it was.
      show ??= createShow(io, json);
      show.show(sight);
    }
  } finally {
    show?.[Symbol.dispose]();
  }
}

function createShow(io: Io, json: boolean): Show {
  if (json) return showNews(({ status, awaySince }) => io.print(JSON.stringify({ ...status, awaySince })));
  if (io.terminal) return showInPlace(io, io.terminal);
  return showNews((sight) => {
    const now = new Date();
    const lines = renderSight(sight, { colors: io.colors, width: Infinity, now: now.getTime() });
    io.print([`--- ${now.toISOString()}`, ...lines, ""].join("\n"));
  });
}

function showNews(tell: (sight: Sight) => void): Show {
  let told: string | undefined;
  return {
    show: (sight) => {
      const news = newsOf(sight);
      if (news !== told) tell(sight);
      told = news;
    },
    [Symbol.dispose]: () => undefined,
  };
}

function showInPlace({ colors, print }: Io, terminal: Terminal): Show {
  const screen = openScreen(terminal);
  let last: Sight | undefined;
  const render = () => {
    const view = { colors, width: terminal.columns, now: Date.now() };
    return last ? renderSight(last, view) : [];
  };
  const resize = terminal.onResize(() => screen.draw(render()));
  return {
    show: (sight) => {
      last = sight;
      screen.draw(render());
    },
    // The last one stays readable above the prompt.
    [Symbol.dispose]: () => {
      resize[Symbol.dispose]();
      screen[Symbol.dispose]();
      for (const line of render()) print(line);
    },
  };
}
