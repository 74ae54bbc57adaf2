import { Column, Heading, Stack, Text, ToastRegion } from "@sliceway/ui";
import { createRoot } from "react-dom/client";
import { Actions } from "./Actions.tsx";
import { Answers } from "./Answers.tsx";
import { Fields } from "./Fields.tsx";
import { Overlays } from "./Overlays.tsx";
import { Posts } from "./Posts.tsx";

/** Every component once, to be looked at. */
function Gallery() {
  return (
    <main className="gallery">
      <Column>
        <Stack gap={6}>
          <Stack gap={2}>
            <Heading level={1} size="display">
              Friends, in one calm place
            </Heading>
            <Text size="large" tone="muted">
              친구들의 소식을 한곳에서 편안하게 만나 보세요.
            </Text>
          </Stack>
          <Posts />
          <Actions />
          <Fields />
          <Answers />
          <Overlays />
        </Stack>
      </Column>
      <ToastRegion label="Messages" closeLabel="Close" />
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Gallery />);
