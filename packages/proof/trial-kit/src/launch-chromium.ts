import { type Browser, chromium } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";

export async function launchChromium(preferred: string | undefined): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(preferred), args: chromiumArguments() });
}
