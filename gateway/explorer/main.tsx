import "./workers.ts";
import "graphiql/style.css";
import "./explorer.css";
import { createRoot } from "react-dom/client";
import { Explorer } from "./Explorer.tsx";
import { readVectors } from "./read-vectors.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(<Explorer vectors={readVectors()} />);
