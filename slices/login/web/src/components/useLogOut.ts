import { showToast } from "@sliceway/ui";
import { useMessages, useMutation, useSession } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { LogOut } from "./useLogOut.graphql.ts";

/** Closes the session and begins anew as a visitor. */
export function useLogOut(): () => Promise<void> {
  const t = useMessages(messages);
  const session = useSession();
  const [logOut] = useMutation(LogOut);
  return async () => {
    const { data } = await logOut();
    if (data?.logOut.ok) session.refresh("/");
    else showToast({ text: t("noAnswer"), tone: "danger" });
  };
}
