import { contentOf } from './files';

/**
 * The values of a file that has one in each line; none where there is no such file. What a process that was killed left of a line is passed over.
 * @throws what the file system throws when the file is there and cannot be read
 */
export function readJsonLines<Value>(file: string): Value[] {
  return contentOf(file)
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Value];
      } catch {
        return [];
      }
    });
}
