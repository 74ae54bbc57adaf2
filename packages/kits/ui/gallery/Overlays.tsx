import {
  AlertDialog,
  Button,
  Dialog,
  Heading,
  IconButton,
  Inline,
  Menu,
  MenuItem,
  MenuSection,
  Stack,
  showToast,
  Text,
} from "@sliceway/ui";
import { useState } from "react";

export function Overlays() {
  const [asking, setAsking] = useState(false);
  const [reading, setReading] = useState(false);
  const [theme, setTheme] = useState("system");
  return (
    <Stack gap={4} as="section">
      <Heading level={2}>Overlays</Heading>
      <Inline>
        <Button variant="danger" onPress={() => setAsking(true)}>
          Delete post
        </Button>
        <Button onPress={() => setReading(true)}>Open dialog</Button>
        <Button onPress={() => showToast({ text: "Friend request sent to Bob.", actionLabel: "Undo" })}>
          Show toast
        </Button>
        <Menu label="Account" trigger={<IconButton icon="settings" label="Account menu" />}>
          <MenuSection title="Alice Liddell">
            <MenuItem icon="person">Profile</MenuItem>
            <MenuItem icon="settings">Settings</MenuItem>
          </MenuSection>
          <MenuSection title="Look" selected={theme} onChange={setTheme}>
            <MenuItem id="system" icon="globe">
              System
            </MenuItem>
            <MenuItem id="light" icon="sun">
              Light
            </MenuItem>
            <MenuItem id="dark" icon="moon">
              Dark
            </MenuItem>
          </MenuSection>
          <MenuItem icon="logout" tone="danger">
            Log out
          </MenuItem>
        </Menu>
      </Inline>
      <AlertDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title="Delete this post?"
        confirmLabel="Delete"
        cancelLabel="Keep it"
        onConfirm={() => setAsking(false)}
      >
        Its likes and comments go with it. This cannot be undone.
      </AlertDialog>
      <Dialog isOpen={reading} onOpenChange={setReading} title="People who like this" closeLabel="Close">
        <Text tone="muted">Nobody yet.</Text>
      </Dialog>
    </Stack>
  );
}
