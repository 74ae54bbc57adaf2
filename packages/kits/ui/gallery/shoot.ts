import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";
import { build } from "esbuild";

/** Builds the gallery and takes pictures of it at phone and desktop width, light and dark. Prints their folder. */
async function shoot(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sliceway-gallery-"));
  await buildGallery(folder);
  await using browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments(),
  });
  for (const width of [390, 1280])
    for (const colorScheme of ["light", "dark"] as const) await shootOne(browser, folder, width, colorScheme);
  console.log(folder);
}

async function buildGallery(folder: string): Promise<void> {
  const here = import.meta.dirname;
  await build({
    entryPoints: { gallery: join(here, "Gallery.tsx"), "gallery-styles": join(here, "gallery.css") },
    outdir: folder,
    bundle: true,
    jsx: "automatic",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await copyFile(join(folder, "gallery-styles.css"), join(folder, "gallery.css"));
  await copyFile(join(here, "gallery.html"), join(folder, "gallery.html"));
}

async function shootOne(
  browser: Browser,
  folder: string,
  width: number,
  colorScheme: "light" | "dark",
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme, deviceScaleFactor: 2 });
  page.on("pageerror", (error) => console.error(error));
  await page.goto(pathToFileURL(join(folder, "gallery.html")).href);
  await page.screenshot({
    path: join(folder, `${width}-${colorScheme}.png`),
    fullPage: true,
    animations: "disabled",
  });
  await shootOverlays(page, (name) => join(folder, `${width}-${colorScheme}-${name}.png`));
  await page.close();
}

/** Each overlay's button, and the role of what it opens. */
const OVERLAYS = { "Show toast": "alertdialog", "Account menu": "menu", "Open dialog": "dialog" } as const;

async function shootOverlays(page: Page, pathOf: (name: string) => string): Promise<void> {
  for (const [name, role] of Object.entries(OVERLAYS)) {
    await page.getByRole("button", { name }).click();
    await page.getByRole(role).last().waitFor();
    await page.screenshot({ path: pathOf(name.toLowerCase().replace(" ", "-")), animations: "disabled" });
    await page.keyboard.press("Escape");
  }
}

await shoot();
