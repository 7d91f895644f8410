import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020';
import { historyOf } from '../history/testing/recorded';
import { rendered, textOf } from '../testing/rendered';
import { conformityOf } from './conformity';
import { judgedRun, MIXED, someJourneys } from './conformity.fixture';
import { conformityJson } from './json';
import { conformityJunit } from './junit';
import { conformityMarkdown } from './markdown';

const count = { type: 'integer', minimum: 0 };
const closed = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const SCHEMA = closed({
  target: { type: ['string', 'null'] },
  cli: { type: ['string', 'null'] },
  totals: closed({
    documented: count,
    inRun: count,
    holds: count,
    'cli-deviates': count,
    'api-deviates': count,
    unverified: count,
    changed: { type: ['integer', 'null'], minimum: 0 },
  }),
  deviations: { type: ['object', 'null'] },
  promises: {
    type: 'array',
    items: closed({
      step: { type: 'string', pattern: '^\\d+\\.\\d+$' },
      command: { type: 'string', pattern: '^dumont ' },
      operation: { type: ['string', 'null'] },
      standing: { enum: ['new', 'known', 'healed', null] },
      verdict: { enum: ['holds', 'cli-deviates', 'api-deviates', 'unverified'] },
      reason: { type: 'string' },
      contractDifferences: count,
      since: { type: ['string', 'null'], pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$' },
    }),
  },
});

const mixed = conformityOf(judgedRun(MIXED), historyOf(judgedRun()).line(null));
const green = conformityOf(judgedRun(), null);
const AT = new Date(Date.UTC(2026, 0, 1, 12));

describe('conformidade.json', () => {
  const fits = new Ajv2020({ allErrors: true }).compile(SCHEMA);

  test('has the promised shape and nothing else, whatever the run was', () => {
    const none = conformityOf(judgedRun({}, { features: {} }), null);
    for (const conformity of [green, mixed, none, conformityOf(judgedRun({}, { features: someJourneys(2, 9) }), null)]) {
      assert.ok(fits(JSON.parse(conformityJson(conformity))), JSON.stringify(fits.errors));
    }
  });

  test('says of a promise what the run says', () => {
    const { promises } = JSON.parse(conformityJson(mixed));
    assert.deepEqual(promises[7], {
      step: '2.3',
      command: 'dumont instance create offer_id=<ID> label=test-gpu disk_size=100',
      operation: 'createInstance',
      verdict: 'cli-deviates',
      standing: null,
      reason: 'A CLI pediu POST /instances/rent, e não POST /api/v1/instances.',
      contractDifferences: 2,
      since: '2026-01-01T00:00:00.000Z',
    });
  });
});

describe('conformidade.md', () => {
  test('says the sentence, then what does not hold by criticality, then all', async () => {
    const markdown = conformityMarkdown(mixed, AT);
    const page = await rendered(markdown);
    const headings = [...page.matchAll(/<h\d>(.*?)<\/h\d>/g)].map(([, text]) => text);
    assert.deepEqual(headings, [
      'Conformidade',
      'O que não vale ou não foi verificado',
      'Criticidade alta',
      'Criticidade média',
      'Todas as promessas',
    ]);
    assert.match(
      page,
      /<strong>62 de 66 promessas valem\.<\/strong> 1 diverge na CLI, 1 diverge na API e 2 não foram verificadas\./,
    );
    assert.equal(page.match(/<tr>/g)?.length, 4 + 66 + 3);
    assert.match(
      textOf(page),
      /2\.3\s+dumont instance create offer_id=<ID> label=test-gpu disk_size=100\s+✘ diverge na CLI\s+A CLI pediu POST \/instances\/rent/,
    );
  });

  test('shows text from outside as text', async () => {
    const page = await rendered(conformityMarkdown(mixed, AT));
    assert.ok(!page.includes('<b>'));
    assert.ok(textOf(page).includes('A API respondeu 404 e não 200 | <b>&amp;</b> `x` "y" ␛[31m.'));
  });

  test('of a run without journeys says so', () => {
    assert.match(
      conformityMarkdown(conformityOf(judgedRun({}, { features: {} }), null), null),
      /^# Conformidade\n\nNenhuma das promessas/,
    );
  });
});

describe('conformidade.junit.xml', () => {
  const xml = conformityJunit(mixed);

  test('has a test case for each documented command, in the suite of its journey', () => {
    assert.match(
      xml,
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="conformidade" tests="66" failures="2" errors="0" skipped="2">/,
    );
    assert.equal(xml.match(/<testcase /g)?.length, 66);
    assert.equal(xml.match(/<testsuite /g)?.length, 10);
    assert.ok(
      xml.includes(
        '<testcase classname="Jornada 2 - Ciclo de vida de uma instância GPU" name="2.6 dumont instance pause &lt;instance_id&gt;"></testcase>',
      ),
    );
  });

  test('fails what deviates and skips what was not verified, text from outside escaped', () => {
    assert.match(
      xml,
      /name="2\.3 [^>]*"><failure type="diverge na CLI" message="A CLI pediu POST [^"]*">diverge na CLI: A CLI pediu[^<]*\nDiferenças do contrato: 2<\/failure>/,
    );
    assert.match(xml, /name="2\.4 [^>]*"><skipped message="Depende do passo 2\.3\."\/>/);
    assert.match(xml, /message="A API respondeu 404 e não 200 \| &lt;b&gt;&amp;amp;&lt;\/b&gt; `x` &quot;y&quot; ␛\[31m\."/);
    assert.doesNotMatch(xml, /\p{Cc}(?<![\n])/u);
  });
});
