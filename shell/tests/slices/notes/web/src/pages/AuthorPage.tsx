import { useMessages, usePageQuery, useParams } from "@sliceway/web-kit";
import { messages } from "../messages.ts";
import { AuthorPage as AuthorPageDocument } from "./AuthorPage.graphql.ts";

export function AuthorPage() {
  const t = useMessages(messages);
  const { handle = "" } = useParams();
  const { data } = usePageQuery(AuthorPageDocument);
  if (handle === "mallory") throw new RangeError("There is no place for Mallory.");
  return <h1>{t("notes", { handle, count: data.notesBy?.edges.length ?? 0 })}</h1>;
}
