import { type AlertMessage, fitting, moreThan, type Section } from '../message';

/** Discord's own limits, in characters; the footer has what 6,000 for all three together leave. */
const LONGEST_DESCRIPTION = 4096;
const LONGEST_TITLE = 256;
const LONGEST_FOOTER = 1648;

const COLORS: Readonly<Record<AlertMessage['tone'], number>> = { bad: 0xb3261e, warning: 0x9a6700, good: 0x1a7f37 };

export interface DiscordPayload {
  content: string;
  embeds: readonly { title: string; description: string; color: number; footer: { text: string }; timestamp: string }[];
  allowed_mentions: { parse: readonly never[] };
}

/** The body for a webhook of Discord: nobody is mentioned, whatever a text says, and no text from outside is Markdown. */
export function discordPayload(message: AlertMessage): DiscordPayload {
  return fitting(message, build, fits);
}

function build({ at, tone, title, summary, sections, facts, links }: AlertMessage): DiscordPayload {
  const description = [
    summary,
    ...sections.map(sectionText),
    links.map(({ label, url }) => `[${label}](<${url.replaceAll('>', '%3E')}>)`).join(' · '),
  ];
  return {
    content: title.slice(0, LONGEST_TITLE),
    embeds: [
      {
        title: title.slice(0, LONGEST_TITLE),
        description: description.filter((part) => part !== '').join('\n\n'),
        color: COLORS[tone],
        footer: {
          text: facts
            .map(({ label, value }) => `${label}: ${value}`)
            .join(' · ')
            .slice(0, LONGEST_FOOTER),
        },
        timestamp: at.toISOString(),
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

function sectionText(section: Section): string {
  const more = moreThan(section);
  return [
    `**${section.title}**`,
    ...(section.note === '' ? [] : [escaped(section.note)]),
    ...section.entries.flatMap(({ name, place, detail }) => [
      `• ${escaped(name)} (${escaped(place)})`,
      ...(detail === '' ? [] : [escaped(detail)]),
    ]),
    ...(more === null ? [] : [more]),
  ].join('\n');
}

/** Markdown characters lose their meaning; an at sign and a protocol lose theirs by an invisible character behind them. */
function escaped(text: string): string {
  return text
    .replace(/[\\*_~`|>#[\]()<\-:]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/\b(https?)\\:/gi, '$1\u200b\\:');
}

function fits({ embeds }: DiscordPayload): boolean {
  return embeds.every(({ description }) => description.length <= LONGEST_DESCRIPTION);
}
