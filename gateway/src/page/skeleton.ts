import { escapeHtml } from "./markup.ts";

/**
 * What is painted at once, before any script has come: the frame of a page, in the visitor's colours, with the
 * product's name where the shell will write it.
 */
const STYLE = `
:root{color-scheme:light dark}
body{margin:0}
.boot{display:grid;gap:20px;max-width:640px;margin:0 auto;padding:84px 16px 0}
.boot::before{content:"";position:fixed;inset:0 0 auto;height:56px;border-bottom:1px solid #8883}
.boot b{position:fixed;inset:0 auto auto 48px;font:640 1.25rem/56px var(--font-text,system-ui);letter-spacing:-.015em}
.boot i{display:block;height:132px;border-radius:16px;background:#8882;animation:boot 1.6s ease-in-out infinite}
.boot i:nth-of-type(2){animation-delay:.15s}.boot i:nth-of-type(3){animation-delay:.3s}
@keyframes boot{50%{opacity:.45}}
@media (min-width:60rem){.boot{padding-top:32px;translate:52px}.boot::before{content:none}
.boot b{inset:24px auto auto calc(max(0px,50% - 39rem) + 8px);line-height:44px}}
@media (prefers-reduced-motion:reduce){.boot i{animation:none}}
`.replaceAll("\n", "");

export function skeletonStyle(nonce: string): string {
  return `<style nonce="${nonce}">${STYLE}</style>`;
}

export function skeleton(productName: string): string {
  return `<div class="boot"><b>${escapeHtml(productName)}</b><i></i><i></i><i></i></div>`;
}
