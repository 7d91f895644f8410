import { Misuse } from '../../shared/command-line';

/** A journey as it was asked for: `Jornada 11 - Faturas`. */
export interface JourneyName {
  readonly number: number;
  /** What comes after the dash, as written: `Faturas`. */
  readonly subject: string;
}

const EXAMPLE = 'por exemplo: npm run new -- "Jornada 11 - Faturas"';
const LONGEST = 80;
const DASH = /^(?:jornada )?(\d+) ?[-–—:] ?(.+)$/i;

/**
 * Reads the name of a journey; case of `Jornada`, extra spaces and the kind of dash do not matter.
 * @throws Misuse with one Portuguese sentence when there is no number or no subject in it
 */
export function readJourneyName(written: string): JourneyName {
  const name = written.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (name === '') throw new Misuse(`Falta o nome da jornada; ${EXAMPLE}.`);
  const [, digits = '', subject = ''] = DASH.exec(name) ?? [];
  if (digits === '') {
    throw new Misuse(`O nome "${shown(name)}" não tem a forma "Jornada <número> - <assunto>"; ${EXAMPLE}.`);
  }
  const number = Number(digits);
  if (number < 1 || number > 99) throw new Misuse(`O número da jornada vai de 1 a 99, e não ${shown(digits)}; ${EXAMPLE}.`);
  if (slugOf(subject) === '') throw new Misuse(`O assunto "${shown(subject)}" não tem nenhuma letra; ${EXAMPLE}.`);
  if (subject.length > LONGEST) {
    throw new Misuse(
      `O assunto da jornada tem ${subject.length} letras, e o máximo é ${LONGEST}: deixe o resto para a descrição.`,
    );
  }
  if (/[<>`"#@|\p{Cc}\p{Cf}]/u.test(subject)) {
    throw new Misuse(`O assunto "${shown(subject)}" tem um sinal que quer dizer outra coisa numa feature; use só palavras.`);
  }
  return { number, subject };
}

/** The feature's file name: `11_faturas.feature`, with neither accents nor spaces. */
export function fileNameOf({ number, subject }: JourneyName): string {
  return `${String(number).padStart(2, '0')}_${slugOf(subject)}.feature`;
}

function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** For a message: without what would move the cursor, and not endless. */
function shown(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
  return visible.length > LONGEST ? `${visible.slice(0, LONGEST)}…` : visible;
}
