import path from 'node:path';

/** The real place of a path written as `~/.dumont_token`: in the scenario's own HOME. @throws Error when it is written otherwise */
export function pathInHome(written: string, home: string): string {
  const rest = written.startsWith('~/') ? written.slice(2) : '';
  const file = path.resolve(home, rest);
  if (rest === '' || !file.startsWith(home + path.sep)) {
    throw new Error(`não sei onde fica "${written}": escreva o caminho a partir da pasta do usuário, como "~/.dumont_token".`);
  }
  return file;
}
