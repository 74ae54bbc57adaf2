import type { ExplorerVector } from "./read-vectors.ts";

interface Props {
  vectors: ExplorerVector[];
  selected: string;
  onSelect: (vector: string) => void;
}

export function VectorSelect({ vectors, selected, onSelect }: Props) {
  const releases = vectors.find(({ id }) => id === selected)?.releases ?? {};
  return (
    <label className="vector">
      Vector{" "}
      <select value={selected} onChange={(event) => onSelect(event.target.value)}>
        {vectors.map(({ id, live, preview }) => (
          <option key={id} value={id}>
            {live ? `${id} (live)` : preview ? `${id} (preview ${preview})` : id}
          </option>
        ))}
      </select>
      <small>
        {Object.entries(releases)
          .map(([slice, release]) => `${slice}@${release.slice(0, 6)}`)
          .join("  ")}
      </small>
    </label>
  );
}
