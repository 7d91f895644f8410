import { type Fragment, type Html, html, raw, render } from '../../shared/html';
import { inXml } from '../../shared/xml';
import { verdictWord } from '../deviations/sentences';
import type { Conformity, ConformityPromise } from './conformity';
import { deviates } from './verdict-words';

/** `conformidade.junit.xml`: a suite for each journey, a test case for each documented command. */
export function conformityJunit({ promises }: Conformity): string {
  const journeys = [...new Set(promises.map(({ journey }) => journey))];
  const suites = journeys.map((journey) => {
    const own = promises.filter((promise) => promise.journey === journey);
    return html`<testsuite name="${inXml(journey.name)}" ${figuresOf(own)}>
${own.map(testCase)}</testsuite>
`;
  });
  return render(html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}
<testsuites name="conformidade" ${figuresOf(promises)}>
${suites}</testsuites>
`);
}

function figuresOf(promises: readonly ConformityPromise[]): Html {
  const failures = promises.filter(({ verdict }) => deviates(verdict)).length;
  const skipped = promises.filter(({ verdict }) => verdict === 'unverified').length;
  return html`tests="${promises.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function testCase(promise: ConformityPromise): Html {
  const { step, command, journey } = promise;
  return html`<testcase classname="${inXml(journey.name)}" name="${inXml(`${step} ${command}`)}">${whyNot(promise)}</testcase>
`;
}

/** A failure is what was tried and is not kept; what could not be tried is skipped. */
function whyNot(promise: ConformityPromise): Fragment {
  const { verdict, reason, contractDifferences } = promise;
  const word = verdictWord(promise);
  if (verdict === 'unverified') return html`<skipped message="${inXml(reason)}"/>`;
  if (!deviates(verdict)) return null;
  const text = `${word}: ${reason}\nDiferenças do contrato: ${contractDifferences}`;
  return html`<failure type="${word}" message="${inXml(reason)}">${inXml(text)}</failure>`;
}
