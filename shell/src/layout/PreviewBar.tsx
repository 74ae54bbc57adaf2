import { useMessages } from "@sliceway/web-kit";
import { usePageRuntime } from "@sliceway/web-kit/host";
import { messages } from "../messages.ts";

/** Says which preview the page shows, and leads out of it. Nothing for everybody else. */
export function PreviewBar() {
  const { preview } = usePageRuntime().boot;
  const t = useMessages(messages);
  if (!preview) return null;
  return (
    <aside className="shell-preview" aria-label={t("preview")}>
      <span>{t("previewOf", { name: preview.name })}</span>
      {/* No link of the router's: the gateway has to hear of it. */}
      <a href="?preview=off">{t("leavePreview")}</a>
    </aside>
  );
}
