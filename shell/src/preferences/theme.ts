import { readPreference, writePreference } from "./cookie.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function readTheme(): Theme {
  return THEMES.find((theme) => theme === readPreference("theme")) ?? "system";
}

/** Shows the page in a theme; `system` leaves it to the visitor's system. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function changeTheme(theme: Theme): void {
  writePreference("theme", theme);
  applyTheme(theme);
}
