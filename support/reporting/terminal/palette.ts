/** How the terminal marks text. Without colour every function gives its text back. */
export interface Palette {
  green(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

interface Screen {
  isTTY?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Colour on a terminal, or where FORCE_COLOR asks for it; never with NO_COLOR (no-color.org) nor on a dumb terminal. */
export function paletteFor(screen: Screen, env: Environment): Palette {
  return wantsColour(screen, env) ? COLOURS : PLAIN;
}

function wantsColour(screen: Screen, env: Environment): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return screen.isTTY === true && env.TERM !== 'dumb';
}

const code =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;

const COLOURS: Palette = { green: code(32, 39), red: code(31, 39), yellow: code(33, 39), dim: code(2, 22), bold: code(1, 22) };

const asIs = (text: string): string => text;
const PLAIN: Palette = { green: asIs, red: asIs, yellow: asIs, dim: asIs, bold: asIs };
