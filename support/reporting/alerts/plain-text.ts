import { type AlertMessage, moreThan, type Section } from './message';

/** The message as text for people: what the terminal shows and what a mail without HTML says. */
export function plainText({ title, summary, sections, facts, links }: AlertMessage): string {
  return [
    title,
    summary,
    ...sections.map(sectionText),
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    links.map(({ label, url }) => `${label}: ${url}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function sectionText(section: Section): string {
  return [section.title, ...entryLines(section).map((line) => `  ${line}`)].join('\n');
}

/** The lines below the title of a section: its note, its entries with their detail, how many more there are. */
export function entryLines(section: Section): string[] {
  const { note, entries } = section;
  const more = moreThan(section);
  return [
    ...(note === '' ? [] : [note]),
    ...entries.flatMap(({ name, place, detail }) => [`• ${name} (${place})`, ...(detail === '' ? [] : [`  ${detail}`])]),
    ...(more === null ? [] : [more]),
  ];
}
