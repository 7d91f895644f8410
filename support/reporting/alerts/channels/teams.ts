import { type AlertMessage, fitting, moreThan, type Section } from '../message';

/** A Workflows webhook takes 28 KB; a little is left for what the service adds. */
const MOST_BYTES = 26_000;

const COLORS: Readonly<Record<AlertMessage['tone'], string>> = { bad: 'attention', warning: 'warning', good: 'good' };

export interface TeamsPayload {
  type: 'message';
  attachments: readonly { contentType: string; contentUrl: null; content: object }[];
}

/**
 * The body for a Workflows webhook of Microsoft Teams. What comes from outside stands in text runs, in which Teams reads no Markdown; a
 * mention would need an entity, and there is none.
 */
export function teamsPayload(message: AlertMessage): TeamsPayload {
  return fitting(message, build, (payload) => Buffer.byteLength(JSON.stringify(payload)) <= MOST_BYTES);
}

function build({ tone, title, summary, sections, facts, links }: AlertMessage): TeamsPayload {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: title,
    msteams: { width: 'Full' },
    body: [
      { type: 'TextBlock', text: title, size: 'large', weight: 'bolder', color: COLORS[tone], wrap: true, style: 'heading' },
      { type: 'TextBlock', text: summary, wrap: true },
      ...sections.flatMap(sectionBlocks),
      ...facts.map(({ label, value }) =>
        richText([run(`${label}: `, { isSubtle: true }), run(value, { isSubtle: true })], 'none'),
      ),
    ],
    actions: links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

function sectionBlocks(section: Section): object[] {
  const more = moreThan(section);
  return [
    { type: 'TextBlock', text: section.title, weight: 'bolder', spacing: 'medium', separator: true, wrap: true },
    ...(section.note === '' ? [] : [richText([run(section.note)])]),
    ...section.entries.flatMap(({ name, place, detail }) => [
      richText([run(name, { weight: 'bolder' }), run(` (${place})`, { isSubtle: true })]),
      ...(detail === '' ? [] : [richText([run(detail)], 'none')]),
    ]),
    ...(more === null ? [] : [{ type: 'TextBlock', text: more, isSubtle: true, wrap: true }]),
  ];
}

function richText(inlines: readonly object[], spacing = 'small'): object {
  return { type: 'RichTextBlock', inlines, spacing };
}

function run(text: string, style: object = {}): object {
  return { type: 'TextRun', text, ...style };
}
