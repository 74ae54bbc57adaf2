import "../help-texts.ts";

export function HelpPage() {
  return <h1>How to write notes</h1>;
}
