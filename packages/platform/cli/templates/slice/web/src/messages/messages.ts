import en from "./en.json" with { type: "json" };
import ko from "./ko.json" with { type: "json" };

export const messages = { en, ko };
