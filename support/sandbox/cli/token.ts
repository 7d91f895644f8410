import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const file = (): string => join(homedir(), '.dumont_token');

/** The JWT of the open session, or undefined when there is none that a header could carry. */
export function readToken(): string | undefined {
  try {
    const text = readFileSync(file(), 'utf8').trim();
    return /^[\x21-\x7e]+$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the JWT in `~/.dumont_token`, readable by its owner alone. Written aside and renamed, so that a reader never sees half
 * of it and a file that was there with another mode does not lend it that mode.
 * @throws the file system's error when it cannot be written
 */
export function saveToken(token: string): void {
  const draft = `${file()}.${process.pid}`;
  rmSync(draft, { force: true });
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, token);
    closeSync(descriptor);
    renameSync(draft, file());
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Ends the session on this machine. No token is fine too. */
export function removeToken(): void {
  rmSync(file(), { force: true });
}
