import type { Page } from 'playwright-core';
import { percentile, timesOf } from '../../../src/bench/times.ts';
import { type Figure, row, type Row, timesFigures } from '../report/row.ts';
import type { Probe } from './inPage.ts';
import { firstColours, type Frame, framesFrom, framesSoFar, mainThread, NO_FRAMES, waitForFrames } from './probe.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WARM_UP = 6;
/** After a change all is still for so long before the next, so that nothing of one is counted to another. */
const REST = 250;

export interface Changes {
  readonly frames: readonly Frame[];
  readonly longTasks: Probe['longTasks'];
  /** Milliseconds of the main thread per change, with all that follows it until the rest. */
  readonly mainThread: readonly number[];
}

/** One change after another: a weekday pressed or let go, by pointer; the end of the period moved, by keyboard. Null where the app tells no frames. */
export async function makeChanges(page: Page, repeats: number): Promise<Changes | null> {
  if (await firstColours(page, 60_000) === null) return null;
  await page.waitForTimeout(1000);
  const hasDays = await page.getByRole('group', { name: 'Days of the week' }).count() > 0;
  const spent = await mainThread(page);
  const busy: number[] = [];
  let kept = 0;
  for (let i = 0; i < WARM_UP + repeats; i += 1) {
    await page.waitForTimeout(REST);
    const before = await spent();
    const seen = await framesSoFar(page);
    if (i === WARM_UP) kept = seen;
    await change(page, i, hasDays);
    if (!await waitForFrames(page, seen + 1)) return null;
    await page.waitForTimeout(REST);
    if (i >= WARM_UP) busy.push(1000 * (await spent() - before));
  }
  return { frames: await framesFrom(page, kept), longTasks: await page.evaluate(() => window.probe.longTasks), mainThread: busy };
}

/** Days and months take turns; each month moved to the left is moved back, so that no end is reached. */
async function change(page: Page, number: number, hasDays: boolean): Promise<void> {
  const day = page.getByRole('group', { name: 'Days of the week' }).getByRole('button', { name: DAYS[(number / 2) % DAYS.length] ?? '' });
  if (hasDays && number % 2 === 0) await day.click();
  else await page.getByRole('slider', { name: 'Last month' }).press((hasDays ? (number - 1) / 2 : number) % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
}

/** The steps of a change, as medians: where its time goes. */
export function stepsNote(frames: readonly Frame[]): string {
  const middle = (of: (frame: Frame) => number): string => percentile(frames.map(of), 0.5).toFixed(1);
  return `Medians from the input: answer ${middle((f) => f.answer)} ms (worker ${middle((f) => f.worker)}), figures in the page ${middle((f) => f.committed)}, map drawn ${middle((f) => f.painted)}, frame over ${middle((f) => f.end - f.start)}.`;
}

function longestTask({ frames, longTasks }: Changes): Figure {
  const during = longTasks.filter((task) => frames.some((frame) => task.start < frame.end && task.start + task.duration > frame.start));
  return { title: 'longest task during a change (0: none over 50)', value: Math.max(0, ...during.map(({ duration }) => duration)), unit: 'ms', budget: 50 };
}

/** Input to frame with the demonstration pack's 381 areas. */
export async function frameRow(page: Page, repeats: number): Promise<Row> {
  const title = 'Input event to the frame that shows map, charts and table changed, 381 areas';
  const changes = await makeChanges(page, repeats);
  if (changes === null) return row('frame', title, [], { unavailable: NO_FRAMES });
  const times = timesOf(changes.frames.map(({ start, end }) => end - start));
  return row('frame', title, [...timesFigures(times, 33, 60), longestTask(changes)], { notes: [stepsNote(changes.frames)] });
}
