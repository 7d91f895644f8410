// A process of its own that appends runs to a history: `appender.ts <file> <number> <amount>`.
import { readHistory } from '../history';
import { madeRun } from './made-run';
import { record } from './recorded';

const [file = '', number = '0', amount = '0'] = process.argv.slice(2);
for (let index = 0; index < Number(amount); index += 1) {
  record(file, madeRun(Number(number) * 1000 + index, [{ name: `do processo ${number}` }, { name: `número ${index % 3}` }]));
  readHistory(file);
}
