import {
  Avatar,
  Card,
  IconButton,
  Inline,
  linkClass,
  Skeleton,
  Stack,
  Text,
  ToggleButton,
} from "@sliceway/ui";
import { useState } from "react";

const ENGLISH =
  "Walked the river path before breakfast.\nThe herons were already fishing; I had the bridge to myself.";
const KOREAN =
  "오늘 아침에는 북한산에 올랐어요. 정상에서 마신 커피가 일주일의 피로를 다 씻어 주네요. 다음에는 같이 가요!";

export function Posts() {
  return (
    <Stack gap={4}>
      <Post id="a1" name="Alice Liddell" handle="alice" time="2 min" text={ENGLISH} liked />
      <Post id="b77" name="김민지" handle="minji" time="3시간 전" text={KOREAN} />
      <Skeleton shape="card" lines={3} />
    </Stack>
  );
}

interface PostProps {
  id: string;
  name: string;
  handle: string;
  time: string;
  text: string;
  liked?: boolean;
}

function Post({ id, name, handle, time, text, liked = false }: PostProps) {
  const [isLiked, setLiked] = useState(liked);
  return (
    <Card as="article">
      <div className="gallery-post">
        <Inline gap={3} wrap={false}>
          <Avatar id={id} name={name} />
          <Stack gap={0}>
            <Text weight="strong" truncate>
              {name}
            </Text>
            <Text size="small" tone="muted">
              @{handle} · {time}
            </Text>
          </Stack>
        </Inline>
        <Text keepLines>{text}</Text>
        <div className="gallery-bar">
          <Inline gap={1}>
            <ToggleButton
              icon="heart"
              selectedIcon="heart-filled"
              tone="like"
              label="Like"
              isSelected={isLiked}
              onChange={setLiked}
            >
              {isLiked ? 13 : 12}
            </ToggleButton>
            <ToggleButton icon="comment" label="Comments">
              4
            </ToggleButton>
            <IconButton icon="trash" label="Delete" tone="danger" />
            <a className={linkClass("quiet")} href="#post">
              Show thread
            </a>
          </Inline>
        </div>
      </div>
    </Card>
  );
}
