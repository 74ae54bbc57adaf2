import { writePreference } from "./cookie.ts";

/** Languages that the shell speaks, each in its own words. */
export const LANGUAGES = { en: "English", ko: "한국어" } as const;
export type Language = keyof typeof LANGUAGES;

/** The language the gateway chose for this page. */
export function readLanguage(): Language {
  const [language = ""] = document.documentElement.lang.split("-");
  return isLanguage(language) ? language : "en";
}

export function changeLanguage(language: string): void {
  if (!isLanguage(language)) return;
  writePreference("language", language);
  window.location.reload();
}

function isLanguage(language: string): language is Language {
  return Object.hasOwn(LANGUAGES, language);
}
