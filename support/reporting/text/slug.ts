import { plain } from '../../shared/spelling';

/** The words of a text as they can stand in an address: `Ciclo de vida` becomes `ciclo-de-vida`; `item` when no letter or digit is left. */
export function slug(text: string): string {
  return (
    plain(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'item'
  );
}
