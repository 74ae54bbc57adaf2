/** What is painted at once, before any script has come: the frame of a page, in the visitor's colours. */
const STYLE = `
:root{color-scheme:light dark}
body{margin:0}
.boot{display:grid;gap:20px;max-width:640px;margin:0 auto;padding:84px 16px 0}
.boot::before{content:"";position:fixed;inset:0 0 auto;height:56px;border-bottom:1px solid #8883}
.boot i{display:block;height:132px;border-radius:16px;background:#8882;animation:boot 1.6s ease-in-out infinite}
.boot i:nth-child(2){animation-delay:.15s}.boot i:nth-child(3){animation-delay:.3s}
@keyframes boot{50%{opacity:.45}}
@media (prefers-reduced-motion:reduce){.boot i{animation:none}}
`.replaceAll("\n", "");

export function skeletonStyle(nonce: string): string {
  return `<style nonce="${nonce}">${STYLE}</style>`;
}

export const SKELETON = '<div class="boot" aria-hidden="true"><i></i><i></i><i></i></div>';
