import { type Browser, chromium } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";

/** Signals are left to the command: Playwright would end this process with whatever else it has started left behind. */
const leaveSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** Chromium for a trial. Disposing closes it. */
export async function launchChromium(preferred: string | undefined): Promise<Browser> {
  const executablePath = await findChromium(preferred);
  return chromium.launch({ executablePath, args: chromiumArguments(), ...leaveSignals });
}
