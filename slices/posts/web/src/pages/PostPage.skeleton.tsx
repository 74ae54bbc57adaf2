import { Skeleton } from "@sliceway/ui";
import { PostFrame } from "./PostFrame.tsx";

export function PostPageSkeleton() {
  return (
    <PostFrame busy>
      <Skeleton shape="card" lines={4} />
      <Skeleton shape="title" width="short" />
      <Skeleton shape="card" lines={2} />
    </PostFrame>
  );
}
