import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Below this a compressed copy saves less than it costs. */
const WORTHWHILE_BYTES = 1024;
const TEXT = /^web\/.*\.(js|css|json|map|html|svg|txt)$/;

/** Writes `<file>.br` beside a text of the web part and returns its size; undefined where a twin would not help. */
export async function writeTwin(file: string, path: string, bytes: Buffer): Promise<number | undefined> {
  if (!TEXT.test(path) || bytes.length < WORTHWHILE_BYTES) return undefined;
  const twin = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  await writeFile(`${file}.br`, twin);
  return twin.length;
}
