import { type AlertMessage, fitting } from '../message';
import { entryLines } from '../plain-text';

/** Slack's own limits: a text object, a header, the whole of a message (`msg_blocks_too_long` from about 13,000). */
const LONGEST_TEXT = 3000;
const LONGEST_HEADER = 150;
const LONGEST_MESSAGE = 12_000;

export interface SlackPayload {
  /** What notifications show. */
  text: string;
  blocks: readonly object[];
}

/**
 * The body for an incoming webhook of Slack. What comes from outside stands in `plain_text`, which knows neither mentions nor markup, and
 * is escaped nevertheless.
 */
export function slackPayload(message: AlertMessage): SlackPayload {
  return fitting(message, build, fits);
}

function build({ title, summary, sections, facts, links }: AlertMessage): SlackPayload {
  const blocks = [
    { type: 'header', text: plainObject(title.slice(0, LONGEST_HEADER)) },
    { type: 'section', text: plainObject(summary) },
    ...sections.flatMap((section) => {
      const lines = entryLines(section);
      const heading = { type: 'section', text: { type: 'mrkdwn', text: `*${escaped(section.title)}*`, verbatim: true } };
      return lines.length === 0 ? [heading] : [heading, { type: 'section', text: plainObject(lines.join('\n')) }];
    }),
    { type: 'context', elements: [plainObject(facts.map(({ label, value }) => `${label}: ${value}`).join(' · '))] },
  ];
  const link = links.map(({ label, url }) => `<${url.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${label}>`).join('   ');
  if (link !== '') blocks.push({ type: 'section', text: { type: 'mrkdwn', text: link, verbatim: true } });
  return { text: escaped(`${title}. ${summary}`), blocks };
}

function plainObject(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text: escaped(text), emoji: false };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function fits({ blocks }: SlackPayload): boolean {
  const texts = JSON.stringify(blocks, (key, value: unknown) => (key === 'type' || key === 'emoji' ? undefined : value));
  return texts.length <= LONGEST_MESSAGE && blocks.every((block) => longestText(block) <= LONGEST_TEXT);
}

function longestText(block: object): number {
  const { text } = block as { text?: { text: string } };
  return text?.text.length ?? 0;
}
