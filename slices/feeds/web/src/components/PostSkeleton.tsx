import { Skeleton } from "@sliceway/ui";

export function PostSkeleton() {
  return <Skeleton shape="card" lines={3} />;
}
