import { type Html, html, render } from '../../../shared/html';
import { type AlertMessage, moreThan, type Section } from '../message';
import { plainText } from '../plain-text';

export interface MailContent {
  subject: string;
  text: string;
  html: string;
  /** Depends on the run only, so that mail programs show a repeated delivery once. */
  messageId: string;
}

const LONGEST_SUBJECT = 180;
const COLORS: Readonly<Record<AlertMessage['tone'], string>> = { bad: '#b3261e', warning: '#9a6700', good: '#1a7f37' };

/** Subject and both bodies of a mail. The HTML loads nothing and has only links to the run and to the documentation. */
export function mailContent(message: AlertMessage): MailContent {
  return {
    subject: message.title.replace(/\s+/g, ' ').slice(0, LONGEST_SUBJECT),
    text: plainText(message),
    html: render(page(message)),
    messageId: `<${message.id}@dumont-journeys.invalid>`,
  };
}

function page({ title, tone, summary, sections, facts, links }: AlertMessage): Html {
  return html`<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body style="font-family:sans-serif;line-height:1.5;max-width:46em;margin:0 auto;padding:1em">
<h1 style="font-size:1.3em;border-left:.3em solid ${COLORS[tone]};padding-left:.6em">${title}</h1>
<p>${summary}</p>
${sections.map(sectionHtml)}
<p>${links.map(({ label, url }) => html`<a href="${url}">${label}</a> `)}</p>
<table style="font-size:.9em;border-spacing:0">${facts.map(
    ({ label, value }) =>
      html`<tr><th scope="row" style="text-align:left;padding-right:1em;font-weight:normal">${label}</th><td>${value}</td></tr>`,
  )}</table>
</body></html>
`;
}

function sectionHtml(section: Section): Html {
  const { title, note, entries } = section;
  return html`<h2 style="font-size:1.1em">${title}</h2>
${note === '' ? null : html`<p>${note}</p>`}
<ul>${entries.map(
    ({ name, place, detail, url }) =>
      html`<li style="margin-bottom:.5em">${url === null ? html`<strong>${name}</strong>` : html`<a href="${url}"><strong>${name}</strong></a>`} (${place})${
        detail === '' ? null : html`<br>${detail}`
      }</li>`,
  )}</ul>
${moreThan(section) === null ? null : html`<p>${moreThan(section)}</p>`}
`;
}
