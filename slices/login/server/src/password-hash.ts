import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;

interface Cost {
  /** KiB */
  memory: number;
  passes: number;
  parallelism: number;
}

/** argon2id in the PHC form: `$argon2id$v=19$m=...,t=...,p=...$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return format(COST, salt, await tagOf(password, salt, COST, TAG_BYTES));
}

/** False where there is no hash, after the same work: the time tells nothing about who has an account. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const { cost, salt, tag } = parse(hash ?? DECOY);
  const same = timingSafeEqual(await tagOf(password, salt, cost, tag.length), tag);
  return same && hash !== null;
}

/** NFC: the same password typed on two systems is the same bytes. */
function tagOf(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  return derive("argon2id", { message: password.normalize("NFC"), nonce, tagLength, ...cost });
}

function format(cost: Cost, salt: Buffer, tag: Buffer): string {
  const settings = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return `$argon2id$v=19$${settings}$${unpadded(salt)}$${unpadded(tag)}`;
}

function parse(hash: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  const [, memory, passes, parallelism, salt, tag] = match ?? [];
  if (!salt || !tag) throw new TypeError("A stored password hash is not argon2id in PHC form.");
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { cost, salt: Buffer.from(salt, "base64"), tag: Buffer.from(tag, "base64") };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

const DECOY = format(COST, randomBytes(16), randomBytes(TAG_BYTES));
