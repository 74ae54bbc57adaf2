import { SlicewayError } from "@sliceway/errors";
import { errors } from "./new-errors.ts";

/** The words that templates have in place of a slice's own. */
export interface SliceWords {
  /** `photo-albums` */
  "slice-name": string;
  /** `PHOTO_ALBUMS` */
  SLICE_NAME: string;
  /** `PhotoAlbums` */
  SliceName: string;
  /** `photoAlbums` */
  sliceName: string;
  /** `Photo albums` */
  "Slice Title": string;
  /** The slice whose route `logIn` visitors are sent to. */
  "identity-slice": string;
}

/**
 * `identity` is the slice of the project that provides it. A project that has none gets a name which no slice has, so
 * that each build warns of the link. Throws SlicewayError `TITLE_UNFIT`.
 */
export function createWords(name: string, title = titleOf(name), identity = "identity"): SliceWords {
  if (!/^[^\p{C}"\\`{}<>|]{1,40}$/u.test(title) || title.trim() !== title) throw unfit(title);
  const pascal = name.split("-").map(capitalize).join("");
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const upper = name.replaceAll("-", "_").toUpperCase();
  return {
    "slice-name": name,
    SLICE_NAME: upper,
    SliceName: pascal,
    sliceName: camel,
    "Slice Title": title,
    "identity-slice": identity,
  };
}

function titleOf(name: string): string {
  return capitalize(name.replaceAll("-", " "));
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function unfit(title: string): SlicewayError {
  const forbidden = '" \\ ` { } < > |';
  return new SlicewayError(errors.TITLE_UNFIT(`"${title}" cannot stand in the navigation.`, { forbidden }));
}
