import { useViewer } from "@sliceway/web-kit";

export function Account() {
  return <p>{useViewer()?.handle ?? "nobody"}</p>;
}
