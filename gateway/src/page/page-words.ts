import type { LocalText, VectorSlice } from "@sliceway/protocol";
import type { ReadyVector, SliceRoute } from "../routing/ready-vector.ts";

interface Words {
  title: string;
  /** What the whole product is called. */
  productName: string;
  /** For those who look for it elsewhere; undefined if nobody has written one. */
  description: string | undefined;
}

/** What a page says of itself before its scripts run, in the best of these languages that each text has. */
export function pageWords(
  { vector }: Pick<ReadyVector, "vector">,
  route: SliceRoute | undefined,
  languages: readonly string[],
): Words {
  const shell = vector.slices.find(({ role }) => role === "shell");
  const owner = vector.slices.find(({ slice }) => slice === route?.slice);
  const say = (text: LocalText | undefined) => languages.map((language) => text?.[language]).find(Boolean);
  const described = (one: VectorSlice | undefined) => say(one?.manifest.description);
  const titles = [say(route?.title), say(shell?.manifest.title)];
  return {
    title: titles.filter(Boolean).join(" · "),
    productName: say(shell?.manifest.title) ?? "",
    description: described(owner) ?? described(shell),
  };
}
