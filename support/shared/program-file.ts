import { closeSync, openSync, readSync } from 'node:fs';

/** What a file that is to be executed is, by how it begins. */
export type Program =
  | { readonly kind: 'script'; readonly interpreter: string }
  /** Text without `#!`: the system would hand it to /bin/sh. */
  | { readonly kind: 'text' }
  /** Machine code; `platform` and `architecture` in Node's words, null where they cannot be told. */
  | { readonly kind: 'binary'; readonly platform: NodeJS.Platform | null; readonly architecture: string | null };

const HEAD_BYTES = 512;

/** Reads the beginning of a program. @throws the system's error when it cannot be read */
export function readProgram(file: string): Program {
  const head = headOf(file);
  if (head.subarray(0, 2).toString() === '#!') {
    return { kind: 'script', interpreter: head.toString().slice(2).trimStart().split(/\s/)[0] ?? '' };
  }
  if (head.subarray(0, 4).equals(ELF)) return { kind: 'binary', platform: 'linux', architecture: elfMachine(head) };
  if (head.length >= 8 && head.readUInt32LE(0) === MACH_O) {
    return { kind: 'binary', platform: 'darwin', architecture: MACH_O_MACHINES[head.readUInt32LE(4)] ?? null };
  }
  if (head.subarray(0, 2).toString() === 'MZ') return { kind: 'binary', platform: 'win32', architecture: null };
  return head.includes(0) ? { kind: 'binary', platform: null, architecture: null } : { kind: 'text' };
}

const ELF = Buffer.from('\x7fELF', 'latin1');
const MACH_O = 0xfeedfacf;
const ELF_MACHINES: Readonly<Record<number, string>> = {
  3: 'ia32',
  21: 'ppc64',
  22: 's390x',
  40: 'arm',
  62: 'x64',
  183: 'arm64',
  243: 'riscv64',
};
const MACH_O_MACHINES: Readonly<Record<number, string>> = { 16777223: 'x64', 16777228: 'arm64' };
const BIG_ENDIAN = 2;

function elfMachine(head: Buffer): string | null {
  if (head.length < 20) return null;
  const machine = head[5] === BIG_ENDIAN ? head.readUInt16BE(18) : head.readUInt16LE(18);
  return ELF_MACHINES[machine] ?? null;
}

function headOf(file: string): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    return head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
