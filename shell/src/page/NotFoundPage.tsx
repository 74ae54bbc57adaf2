import { buttonClass, EmptyState, Page } from "@sliceway/ui";
import { Link, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages.ts";

export function NotFoundPage() {
  const t = useMessages(messages);
  const home = (
    <Link to="/" className={buttonClass({ variant: "primary" })}>
      {t("home")}
    </Link>
  );
  return (
    <Page title={t("notFound")} titleHidden>
      <EmptyState icon="search" title={t("notFound")} text={t("notFoundText")} action={home} />
    </Page>
  );
}
