import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Under a millisecond: real hashing, at a price that a suite with one account per scenario can pay. */
const COST = { N: 256, r: 8, p: 1 };
const KEY_BYTES = 32;

export interface PasswordHash {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** Salted scrypt of a password. */
export function hashPassword(password: string): PasswordHash {
  const salt = randomBytes(16);
  return { salt, key: scryptSync(password, salt, KEY_BYTES, COST) };
}

/** Whether `password` is the one that was hashed, in constant time. */
export function isPassword(password: string, { salt, key }: PasswordHash): boolean {
  return timingSafeEqual(scryptSync(password, salt, KEY_BYTES, COST), key);
}
