import { useApolloClient } from "@sliceway/web-kit";
import { useEffect } from "react";
import { FeedPage } from "../pages/FeedPage.graphql.ts";
import { isStale } from "./freshness.ts";

const TICK_MS = 500;

/**
 * Brings what friends write meanwhile. It asks beside the page's own query and keeps whole answers only: while a
 * slice is away, what is on screen stays.
 */
export function useFreshTimeline(): void {
  const client = useApolloClient();
  useEffect(() => {
    let askedAt = performance.now();
    let asking = false;
    async function ask() {
      if (asking || !isStale(pageNow(), performance.now() - askedAt)) return;
      asking = true;
      // A failure is no news; the next round asks again.
      await client.query({ query: FeedPage, fetchPolicy: "network-only" }).catch(() => undefined);
      askedAt = performance.now();
      asking = false;
    }
    const timer = setInterval(() => void ask(), TICK_MS);
    return () => clearInterval(timer);
  }, [client]);
}

function pageNow() {
  return { visible: document.visibilityState === "visible", focused: document.hasFocus() };
}
