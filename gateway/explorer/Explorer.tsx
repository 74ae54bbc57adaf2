import { GraphiQL } from "graphiql";
import { useMemo, useState } from "react";
import { createFetcher } from "./fetcher.ts";
import type { ExplorerVector } from "./read-vectors.ts";
import { VectorSelect } from "./VectorSelect.tsx";

/** GraphiQL over one vector's schema; another vector is another schema, so it starts anew. */
export function Explorer({ vectors }: { vectors: ExplorerVector[] }) {
  const [selected, select] = useState(vectors[0]?.id ?? "");
  const fetcher = useMemo(() => createFetcher(selected), [selected]);
  return (
    <>
      <VectorSelect vectors={vectors} selected={selected} onSelect={select} />
      <div className="graphiql">
        <GraphiQL key={selected} fetcher={fetcher} />
      </div>
    </>
  );
}
