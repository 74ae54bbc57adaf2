import { Skeleton } from "@sliceway/ui";

export function PostCardSkeleton() {
  return <Skeleton shape="card" lines={3} />;
}
