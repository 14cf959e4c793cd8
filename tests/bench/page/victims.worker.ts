import { aggregate } from '../../../src/aggregation/aggregate.ts';
import { seededRandom } from '../../../src/bench/random.ts';
import { timed, timesOf } from '../../../src/bench/times.ts';
import { plainPass } from '../plainPass.ts';
import { benchScene } from '../scenes.ts';
import { benchSelection } from '../selections.ts';
import type { VictimsTimes } from './victims.ts';

const WARM_UP = 20;

/** Engine and plain pass take turns on the same filters, and must count the same offences. */
self.addEventListener('message', (event: MessageEvent<{ rows: number; repeats: number; who: boolean }>) => {
  const { rows, repeats, who } = event.data;
  const random = seededRandom(20191);
  const { input, records } = benchScene('victims', rows, true, random, who);
  const [engine, plain]: [number[], number[]] = [[], []];
  for (let i = -WARM_UP; i < repeats; i += 1) {
    const selection = benchSelection(random, input.entry);
    let [counted, expected] = [0, 0];
    const engineTime = timed(() => { counted = aggregate(selection, input).rows.offences.reduce((sum, value) => sum + value, 0); });
    const plainTime = timed(() => { expected = plainPass(selection, records, input); });
    if (counted !== expected) throw new Error(`The engine counts ${counted} offences, the plain pass ${expected}.`);
    if (i < 0) continue;
    engine.push(engineTime);
    plain.push(plainTime);
  }
  const times: VictimsTimes = { engine: timesOf(engine), plain: timesOf(plain) };
  self.postMessage(times, { transfer: [] });
});
