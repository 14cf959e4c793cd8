import { makeVector, Table, tableToIPC } from 'apache-arrow';
import { version } from '@duckdb/duckdb-wasm/package.json';
import { BROWSER_RUNTIME, createDuckDB, VoidLogger } from '@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import ehModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import mvpModule from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import type { Question } from '../../../../src/bench/question.ts';
import { AGES, type Columns, emptyAnswer, matchingOf, sumAges } from '../answer.ts';
import type { Contender } from './contender.ts';

const ROWS_AT_ONCE = 1_000_000;

/**
 * The blocking form, so that no message to a further worker is paid for. One grouped query per output, on a table held
 * by DuckDB; results are read as Arrow columns. Areas are added up from areas by age.
 */
export async function duckdbPeer(columns: Columns): Promise<Contender> {
  const bundles = { mvp: { mainModule: mvpModule, mainWorker: mvpWorker }, eh: { mainModule: ehModule, mainWorker: ehWorker } };
  const database = await createDuckDB(bundles, new VoidLogger(), BROWSER_RUNTIME);
  await database.instantiate(() => undefined);
  const connection = database.connect();
  const { areas, rows, area, age, kind, month, weekday, hour, weekdayHour, borough } = columns;
  for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
    const cut = (column: Uint8Array | Uint16Array) => makeVector(column.slice(start, start + ROWS_AT_ONCE));
    const part = new Table({ area: cut(area), age: cut(age), kind: cut(kind), month: cut(month), weekday: cut(weekday), hour: cut(hour), weekday_hour: cut(weekdayHour), borough: cut(borough) });
    connection.insertArrowFromIPCStream(tableToIPC(part, 'stream'), { name: 'records', create: start === 0 });
  }
  return {
    version: `${version} (DuckDB ${database.getVersion()})`,
    ask: (question) => {
      const clauses = clausesOf(question);
      const where = (own: keyof typeof clauses): string => Object.entries(clauses).filter(([name]) => name !== own).map(([, clause]) => clause).join(' AND ');
      const texts = [
        [`SELECT area::INTEGER * ${AGES} + age AS key, count(*)::UINTEGER AS n FROM records WHERE ${where('area')} GROUP BY ALL`, 'byAreaAge'],
        [`SELECT month AS key, count(*)::UINTEGER AS n FROM records WHERE ${where('month')} GROUP BY ALL`, 'byMonth'],
        [`SELECT weekday_hour AS key, count(*)::UINTEGER AS n FROM records WHERE ${where('weekdayHour')} GROUP BY ALL`, 'byWeekdayHour'],
        [`SELECT kind AS key, count(*)::UINTEGER AS n FROM records WHERE ${where('kind')} GROUP BY ALL`, 'byKind'],
      ] as const;
      return () => {
        const answer = emptyAnswer(areas);
        for (const [text, output] of texts) {
          const result = connection.query(text);
          const [keys, counts, into] = [result.getChild('key')?.toArray() ?? [], result.getChild('n')?.toArray() ?? [], answer[output]];
          for (let i = 0; i < keys.length; i += 1) if (keys[i]! < into.length) into[keys[i]!] = counts[i]!;
        }
        sumAges(answer.byAreaAge, answer.byArea);
        return { answer, matching: matchingOf(answer, question) };
      };
    },
  };
}

function clausesOf({ kinds, months, days, hours, boroughs }: Question): Readonly<Record<'area' | 'month' | 'weekdayHour' | 'kind', string>> {
  return {
    area: `borough IN (${boroughs.join(', ')})`,
    month: `month BETWEEN ${months[0]} AND ${months[1]}`,
    weekdayHour: `weekday IN (${days.join(', ')}) AND hour BETWEEN ${hours[0]} AND ${hours[1]}`,
    kind: `kind IN (${kinds.join(', ')})`,
  };
}
