import { usePageRuntime } from "@sliceway/web-kit/host";
import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";
import { localText } from "../local-text.ts";

/** Id of the element that holds the page. */
export const MAIN_ID = "main";

/** Names the document after the page and, after a navigation, moves focus and scroll to where reading begins. */
export function usePageArrival(title: string): void {
  const { boot, language } = usePageRuntime();
  const { pathname } = useLocation();
  const navigation = useNavigationType();
  const shown = useRef(pathname);
  const shell = boot.slices.find(({ role }) => role === "shell");
  const site = shell ? localText(shell.manifest.title, language) : "";

  useEffect(() => {
    document.title = site ? `${title} · ${site}` : title;
  }, [title, site]);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
    // Going back, the browser itself returns to where one was.
    if (navigation !== "POP") window.scrollTo(0, 0);
  }, [pathname, navigation]);
}
