import { addressInEnvironment } from './cli-address';

/**
 * The environment of every CLI process: a short explicit list, so that nothing of the machine (proxies, tokens, leftovers of
 * another configuration) reaches the command, and a feature gives the same result everywhere.
 */
export function commandEnvironment({
  home,
  apiUrl,
  searchPath,
}: {
  home: string;
  apiUrl: string;
  searchPath: string;
}): Record<string, string> {
  return {
    HOME: home, // the token file and any configuration belong to this scenario alone
    PATH: searchPath, // a CLI that starts with "#!/usr/bin/env ..." needs its interpreter
    ...addressInEnvironment(apiUrl),
    LANG: 'C.UTF-8', // the CLI prints symbols and accents
    TZ: 'UTC', // dates in the output do not depend on the machine
    TERM: 'dumb', // no cursor movement
    NO_COLOR: '1', // no colour codes in the evidence
  };
}
