import { home } from "./home.ts";
import { korean } from "./korean.ts";
import { koreanLeisure } from "./korean-leisure.ts";
import { makers } from "./makers.ts";
import { outdoors } from "./outdoors.ts";
import { town } from "./town.ts";

/** What people write about; every text is posted once. */
export const textsByTopic = { ...makers, ...outdoors, ...home, ...town, ...korean, ...koreanLeisure };

export type Topic = keyof typeof textsByTopic;

/** Topics named `korean...` are written in Korean, all others in English. */
export function isKorean(topic: Topic): boolean {
  return topic.startsWith("korean");
}
