import { Avatar, Menu, MenuItem, MenuTriggerButton, showToast } from "@sliceway/ui";
import {
  useMessages,
  useMutation,
  useNavigate,
  usePagePath,
  useQuery,
  useSession,
  useViewer,
} from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { AccountMenu as AccountMenuDocument, LogOut } from "./AccountMenu.graphql.ts";
import { VisitorLinks } from "./VisitorLinks.tsx";

/** Slot `shell.account`: what belongs to whoever is logged in, or the way to log in. */
export function AccountMenu() {
  const viewer = useViewer();
  return viewer ? <MemberMenu viewer={viewer} /> : <VisitorLinks />;
}

function MemberMenu({ viewer }: { viewer: { id: string; handle: string } }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const profile = usePagePath("login.profile", { handle: viewer.handle });
  const settings = usePagePath("login.settings");
  const logOut = useLogOut();
  const { data } = useQuery(AccountMenuDocument);
  const name = data?.viewer?.name ?? viewer.handle;
  const trigger = (
    <MenuTriggerButton label={t("account")}>
      <Avatar id={viewer.id} name={name} url={data?.viewer?.avatarUrl} />
    </MenuTriggerButton>
  );
  return (
    <Menu label={t("account")} trigger={trigger}>
      <MenuItem icon="person" onAction={() => void navigate(profile)}>
        {t("profile")}
      </MenuItem>
      <MenuItem icon="settings" onAction={() => void navigate(settings)}>
        {t("settings")}
      </MenuItem>
      <MenuItem icon="logout" onAction={() => void logOut()}>
        {t("logOut")}
      </MenuItem>
    </Menu>
  );
}

function useLogOut() {
  const t = useMessages(messages);
  const session = useSession();
  const [mutate] = useMutation(LogOut);
  return async () => {
    const { data } = await mutate();
    if (data?.logOut.ok) session.refresh("/");
    else showToast({ text: t("failed"), tone: "danger" });
  };
}
