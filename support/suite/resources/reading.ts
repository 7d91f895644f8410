import { autoStandby } from './auto-standby';
import { instance } from './instance';
import { job } from './job';
import { offer } from './offer';
import type { Resource } from './resource';
import { snapshot } from './snapshot';
import { standbyCpu } from './standby-cpu';

const KINDS: readonly { start: string; make: (placeholder: string) => Resource }[] = [
  { start: 'a instância', make: instance },
  { start: 'a oferta', make: offer },
  { start: 'o snapshot', make: snapshot },
  { start: 'o job', make: job },
  { start: 'a CPU standby da GPU', make: standbyCpu },
];
const AUTO_STANDBY = 'o auto-standby';

/** Sources of the regular expressions of a resource in a sentence. */
export const RESOURCE_PATTERNS: readonly string[] = [...KINDS.map(({ start }) => `${start} <[^<>\\s]+>`), AUTO_STANDBY];

/** Reads what matched one of RESOURCE_PATTERNS. */
export function readResource(text: string): Resource {
  const kind = KINDS.find(({ start }) => text.startsWith(`${start} <`));
  if (!kind) return autoStandby();
  return kind.make(text.slice(kind.start.length + 2, -1));
}
