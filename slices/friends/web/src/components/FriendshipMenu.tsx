import { IconButton, Menu, MenuItem } from "@sliceway/ui";
import { useMessages } from "@sliceway/web-kit";
import { useState } from "react";
import { messages } from "../messages/messages.ts";
import { ConfirmStep } from "./ConfirmStep.tsx";
import { Block, Unfriend } from "./FriendshipStep.graphql.ts";

export interface FriendshipMenuProps {
  userId: string;
  name: string;
  areFriends: boolean;
}

/** The steps that end something; each asks first. */
export function FriendshipMenu({ userId, name, areFriends }: FriendshipMenuProps) {
  const t = useMessages(messages);
  const [asking, setAsking] = useState<"unfriend" | "block" | null>(null);
  const close = () => setAsking(null);
  const label = t("moreActions", { name });
  const person = { userId, name, onClose: close };
  return (
    <>
      <Menu label={label} trigger={<IconButton icon="more" label={label} />}>
        {areFriends && (
          <MenuItem icon="x" onAction={() => setAsking("unfriend")}>
            {t("unfriend")}
          </MenuItem>
        )}
        <MenuItem icon="warning" tone="danger" onAction={() => setAsking("block")}>
          {t("block")}
        </MenuItem>
      </Menu>
      <ConfirmStep {...person} kind="unfriend" step={Unfriend} isOpen={asking === "unfriend"} />
      <ConfirmStep {...person} kind="block" step={Block} isOpen={asking === "block"} />
    </>
  );
}
