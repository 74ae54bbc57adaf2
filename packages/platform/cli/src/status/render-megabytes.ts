/** `84 MB` */
export function renderMegabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
