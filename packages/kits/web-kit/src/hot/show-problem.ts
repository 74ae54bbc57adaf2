const ID = "sliceway-hot-problem";

/** Says at the lower edge of the page why a save has not come through; null takes it back. */
export function showProblem(text: string | null): void {
  const shown = document.getElementById(ID);
  if (text === null) {
    shown?.remove();
    return;
  }
  if (shown?.textContent === text) return;
  const notice = shown ?? document.body.appendChild(createNotice());
  notice.textContent = text;
}

function createNotice(): HTMLElement {
  const notice = document.createElement("pre");
  notice.id = ID;
  notice.setAttribute("role", "status");
  Object.assign(notice.style, {
    position: "fixed",
    inset: "auto 16px 16px 16px",
    zIndex: "2147483647",
    maxHeight: "40vh",
    margin: "0",
    padding: "12px 16px",
    overflow: "auto",
    borderRadius: "8px",
    background: "#2b1113",
    color: "#ffd9d6",
    font: "13px/1.5 ui-monospace, monospace",
    whiteSpace: "pre-wrap",
  });
  return notice;
}
