import type { VectorSlice } from "./vector.ts";

/** What the gateway inlines into a page as `<script type="application/json" id="sliceway-boot">`. */
export interface PageBoot {
  vector: string;
  slices: VectorSlice[];
  /** Exposed fragments, for the client's fragment registry. */
  fragments: { slice: string; name: string; text: string }[];
  /** URL path of every script and style of the vector to its `sha384-...`; "" for one that somebody works on. */
  integrity: Record<string, string>;
  viewer: { id: string; handle: string } | null;
  /** Languages the visitor takes, best first. */
  languages: string[];
  /** The preview that the page shows; null for everybody else. */
  preview: { name: string } | null;
}

/**
 * What the gateway streams into the tail as `<script type="application/json" id="sliceway-data">`:
 * the answer of the matched route's operation, or null if it has none or it failed.
 */
export interface PageData {
  operation: { id: string; variables: Record<string, unknown>; result: unknown } | null;
}

/** What `GET /boot` answers: a page as JSON, for one that moves to another vector where it stands. */
export interface ServedPage {
  boot: PageBoot;
  data: PageData;
}
