import { resolve } from "node:path";
import { bundleView, expect, openView, type ViewOptions } from "@sliceway/chromium/testing";
import { beforeAll, test } from "vitest";

let bundle: Awaited<ReturnType<typeof bundleView>>;

beforeAll(async () => {
  const entry = 'import "./gallery.css"; import "./Gallery.tsx";';
  bundle = await bundleView({ entry, dir: resolve(import.meta.dirname, "../gallery") });
});

const openGallery = (look: ViewOptions = {}) => openView({ bundle, ...look });
const phone = { width: 390, height: 844 };

test("a field says what is wrong with it; one without an error says what it is for", async () => {
  await using page = await openGallery();
  const wrong = page.getByRole("textbox", { name: "Handle" });
  await expect(wrong).toHaveAttribute("aria-invalid", "true");
  await expect(wrong).toHaveAccessibleDescription("At least 3 characters.");
  const described = page.getByLabel("비밀번호");
  await expect(described).toHaveAccessibleDescription("10자 이상 입력해 주세요.");
  await expect(described).not.toHaveAttribute("aria-invalid");
});

test("a text area cuts nobody's words off, grows with them, and counts below zero", async () => {
  await using page = await openGallery({ viewport: phone });
  const bio = page.getByRole("textbox", { name: "Bio" });
  const before = await bio.boundingBox();
  await bio.fill("글".repeat(250));
  await expect(bio).toHaveValue("글".repeat(250));
  await expect(page.getByText("-190")).toBeVisible();
  await expect.poll(async () => (await bio.boundingBox())?.height).toBeGreaterThan(before?.height ?? 0);
});

test("a button that is at work takes no press and keeps the focus", async () => {
  await using page = await openGallery();
  const saving = page.getByRole("button", { name: "Saving" });
  await saving.focus();
  await expect(saving).toBeFocused();
  await expect(saving).toHaveAttribute("aria-disabled", "true");
});

test("a dialog holds the focus, closes with Escape and gives the focus back", async () => {
  await using page = await openGallery({ viewport: phone });
  const opener = page.getByRole("button", { name: "Delete post" });
  await opener.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Delete this post?" });
  await expect(dialog).toBeVisible();
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press("Tab");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("a menu is walked by keys, and one item of a choice stays chosen", async () => {
  await using page = await openGallery();
  await page.getByRole("button", { name: "Account menu" }).press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Profile" })).toBeFocused();
  await page.keyboard.type("Dark");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Account menu" }).press("ArrowDown");
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toHaveAttribute("aria-checked", "true");
});

test("a message appears with its action, and goes at a press", async () => {
  await using page = await openGallery();
  await page.getByRole("button", { name: "Show toast" }).click();
  const toast = page.getByRole("alertdialog");
  await expect(toast).toContainText("Friend request sent to Bob.");
  await expect(toast.getByRole("button", { name: "Undo" })).toBeVisible();
  await toast.getByRole("button", { name: "Close" }).click();
  await expect(toast).toHaveCount(0);
});

test.each([
  ["light", "desktop", undefined],
  ["dark", "phone", phone],
] as const)(
  "in %s on a %s nothing is wider than the screen, and text stands out",
  async (theme, _, viewport) => {
    await using page = await openGallery({ theme, ...(viewport && { viewport }) });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const { over, ink, ground } = await page.evaluate(() => ({
      over: document.documentElement.scrollWidth - window.innerWidth,
      ink: getComputedStyle(document.body).color,
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    expect(over).toBeLessThanOrEqual(0);
    const light = theme === "light";
    expect(lightness(ground)).toBeGreaterThan(light ? 0.8 : -1);
    expect(Math.abs(lightness(ink) - lightness(ground))).toBeGreaterThan(0.6);
    if (!light) expect(lightness(ground)).toBeLessThan(0.3);
  },
);

/** Of `oklch(...)`, as the tokens are written: between 0 and 1. */
function lightness(color: string): number {
  return Number(/^oklch\(([\d.]+)/.exec(color)?.[1]);
}
