import { writeSync } from 'node:fs';

let readerGone = false;

/**
 * Writes one line (or several) on stdout, whole, before it returns. A reader that went away (`| head -1`) is no error: the
 * command has its effect all the same. Other faults (a full disk) are thrown. Plain writes, because the process.stdout stream costs a tenth of the CLI's start.
 */
export function say(text: string): void {
  let rest = Buffer.from(`${text}\n`);
  while (rest.length && !readerGone) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') readerGone = true;
      else if (code !== 'EAGAIN') throw error;
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1); // the pipe is full, and does not block
    }
  }
}
