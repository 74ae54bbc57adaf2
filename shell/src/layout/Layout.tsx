import { Skeleton, ToastRegion } from "@sliceway/ui";
import { Link, Slot, useMessages } from "@sliceway/web-kit";
import { usePageRuntime } from "@sliceway/web-kit/host";
import type { ReactNode } from "react";
import { localText } from "../local-text.ts";
import { messages } from "../messages.ts";
import { MAIN_ID } from "../page/usePageArrival.ts";
import { Navigation } from "./Navigation.tsx";
import { PreferencesMenu } from "./PreferencesMenu.tsx";
import { PreviewBar } from "./PreviewBar.tsx";

/** The frame around every page: at the side on wide screens, above and below on narrow ones. */
export function Layout({ children }: { children: ReactNode }) {
  const t = useMessages(messages);
  return (
    <>
      <a href={`#${MAIN_ID}`} className="shell-skip">
        {t("skip")}
      </a>
      <div className="shell-frame">
        <header className="shell-bar">
          <Brand />
          <Navigation />
          <div className="shell-corner">
            <Slot name="shell.account" skeleton={<Skeleton shape="avatar" />} />
            <PreferencesMenu />
          </div>
        </header>
        <main id={MAIN_ID} tabIndex={-1} className="shell-main">
          {children}
        </main>
        <PreviewBar />
      </div>
      <ToastRegion label={t("notifications")} closeLabel={t("close")} />
    </>
  );
}

function Brand() {
  const { boot, language } = usePageRuntime();
  const shell = boot.slices.find(({ role }) => role === "shell");
  if (!shell) return null;
  return (
    <Link to="/" className="shell-brand">
      <span className="shell-mark" aria-hidden="true" />
      {localText(shell.manifest.title, language)}
    </Link>
  );
}
