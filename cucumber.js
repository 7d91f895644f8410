'use strict';
const os = require('node:os');

const reports = process.env.DUMONT_REPORTS || 'reports';

// What grows during the run takes its place among the reports when the run is over: a run that is killed leaves those of the last one whole.
const drafts = `${reports}/execucao-em-curso-${process.pid}`;

// Scenarios of a deployment share one account and take turns; a second worker would only cost its start.
const alone = Boolean(process.env.DUMONT_BASE_URL) || os.availableParallelism() < 2;

// No `paths` here: they would be added to those of the command line, and one journey would run all ten.
module.exports = {
  default: {
    language: 'pt',
    requireModule: [require.resolve('./support/register.cjs')],
    require: ['support/!(*.test).ts', 'step-definitions/**/!(*.test).ts'],
    plugin: ['./support/plugin/plugin.cjs'],
    pluginOptions: { dumont: { reports, drafts } },
    parallel: alone ? 0 : 2,
    format: [
      './support/reporting/terminal/formatter.cjs',
      ['message', `${drafts}/messages.ndjson`],
      ['./support/reporting/outputs/formatter.cjs', `${drafts}/resumo.json`],
      ['./support/reporting/cucumber-html-reporter/formatter.cjs', `${drafts}/cucumber.html`],
    ],
    formatOptions: {
      snippetInterface: 'async-await',
      snippetSyntax: './support/authoring/suggestions/snippet-syntax.cjs',
      reportsFolder: reports,
      reports: [
        `${reports}/documentacao/index.html`,
        `${reports}/painel/index.html`,
        `${reports}/conformidade.md`,
        `${reports}/jornadas.md`,
        `${reports}/cucumber.html`,
        `${reports}/junit.xml`,
        `${reports}/messages.ndjson`,
      ],
    },
  },
};
