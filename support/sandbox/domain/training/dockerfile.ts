import { packageOf } from './requirements-file';

/** What a Dockerfile says of the software inside: its base images and the packages it installs with pip. */
export interface DockerfileContent {
  readonly images: string[];
  readonly packages: string[];
}

const FROM = /^from\s+(?:--\S+\s+)*(\S+)/i;
const PIP_INSTALL = /\bpip3?(?:\.\d+)?\s+install\s+(.*)$/;
/** Options of `pip install` that are followed by a value, which is no package. */
const OPTIONS_WITH_VALUE = new Set([
  '-r',
  '--requirement',
  '-c',
  '--constraint',
  '-e',
  '--editable',
  '-i',
  '--index-url',
  '--extra-index-url',
  '-f',
  '--find-links',
  '-t',
  '--target',
]);

/** Instructions, one per line: comments gone, continued lines joined. */
function instructionsOf(content: string): string[] {
  return content
    .split(/\r?\n/)
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\s*\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function packagesOfPip(args: string): string[] {
  const packages: string[] = [];
  let skipped = false;
  for (const word of args.split(/\s+/).map((quoted) => quoted.replace(/^["']|["']$/g, ''))) {
    if (skipped) skipped = false;
    else if (word.startsWith('-')) skipped = OPTIONS_WITH_VALUE.has(word);
    else packages.push(packageOf(word) ?? '');
  }
  return packages.filter((name) => name !== '');
}

/** `RUN ["pip", "install", "torch"]` as the words that it runs; any other instruction as it is. */
function shellFormOf(run: string): string {
  const [, list] = /^run\s+(\[.*\])$/i.exec(run) ?? [];
  if (list === undefined) return run;
  try {
    return (JSON.parse(list) as unknown[]).join(' ');
  } catch {
    return run; // Docker, too, reads a list that is no JSON as a shell command
  }
}

/** Reads FROM and `RUN ... pip install ...` lines; a stage that another FROM builds on is no image. */
export function readDockerfile(content: string): DockerfileContent {
  const instructions = instructionsOf(content);
  const stages = new Set(instructions.map((line) => /^from\s.*\sas\s+(\S+)$/i.exec(line)?.[1]?.toLowerCase()));
  const images = instructions
    .map((line) => FROM.exec(line)?.[1]?.toLowerCase())
    .filter((image) => image !== undefined && !stages.has(image));
  const packages = instructions
    .filter((line) => /^run\s/i.test(line))
    .map(shellFormOf)
    .flatMap((line) => line.split(/&&|;(?!\s*python)|\|\|/))
    .flatMap((command) => packagesOfPip(PIP_INSTALL.exec(command.trim())?.[1] ?? ''));
  return { images: [...new Set(images as string[])], packages: [...new Set(packages)] };
}
