import type { Page } from 'playwright-core';
import { timesOf } from '../../../src/bench/times.ts';
import { row, type Row, timesFigures } from '../report/row.ts';
import { firstColours, type Frame, framesFrom, framesSoFar, NO_FRAMES } from './probe.ts';

declare global {
  interface Window { dragged: { readonly inputs: { readonly at: number; readonly value: number }[]; readonly ticks: number[] } }
}

/**
 * Drags the end of the period to the left and back, a step a frame, and asks of every state shown how old the input is
 * that it answers. A queue of stale work would show as answers that grow older, and as a wait at the end.
 */
export async function dragRow(page: Page, sweeps: number): Promise<Row> {
  const title = 'Drag of the period range: every frame shows a current state, no queue of stale work';
  if (await firstColours(page, 60_000) === null) return row('drag', title, [], { unavailable: NO_FRAMES });
  const handle = page.getByRole('slider', { name: 'Last month' });
  await handle.press('End');
  await page.waitForTimeout(500);
  const box = await handle.boundingBox();
  if (box === null) return row('drag', title, [], { unavailable: 'the handle of the period is not on the screen' });
  const seen = await framesSoFar(page);
  await page.evaluate(listen);
  const y = box.y + box.height / 2;
  const right = box.x + box.width - 8;
  await page.mouse.move(right, y);
  await page.mouse.down();
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let step = 1; step <= 60; step += 1) {
      const share = step <= 30 ? step / 30 : (60 - step) / 30;
      await page.mouse.move(right - share * box.width * 0.8, y);
    }
  }
  await page.mouse.up();
  await page.waitForTimeout(1000);
  const frames = await framesFrom(page, seen);
  const { inputs, ticks } = await page.evaluate(() => window.dragged);
  if (frames.length === 0) return row('drag', title, [], { unavailable: NO_FRAMES });
  const ages = agesOf(frames, inputs);
  const last = inputs.at(-1);
  const lastFrame = frames.at(-1);
  if (ages.length === 0 || !last || !lastFrame) return row('drag', title, [], { unavailable: 'the drag moved nothing' });
  const times = timesOf(ages);
  const gaps = timesOf(ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? tick)));
  return row('drag', title, [
    ...timesFigures(times, null, 60).map((figure) => ({ ...figure, title: `age of the state that a frame shows, ${figure.title}` })),
    { title: 'from the last movement to its frame', value: lastFrame.end - last.at, unit: 'ms', budget: 60 },
  ], { notes: [`${inputs.length} movements, ${frames.length} of them shown, the others overtaken. Between frames: median ${gaps.median.toFixed(1)} ms, p95 ${gaps.p95.toFixed(1)} ms.`] });
}

/** In the page: notes every movement of the handle and every frame. */
function listen(): void {
  window.dragged = { inputs: [], ticks: [] };
  document.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'range') window.dragged.inputs.push({ at: event.timeStamp, value: Number(event.target.value) });
  }, { capture: true });
  const tick = (now: number): void => {
    window.dragged.ticks.push(now);
    if (window.dragged.ticks.length < 5000) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Milliseconds between the movement that a frame answers (the last to its month before it) and the frame. */
function agesOf(frames: readonly Frame[], inputs: Window['dragged']['inputs']): number[] {
  const final = frames.at(-1);
  const finalValue = inputs.at(-1)?.value;
  if (!final || finalValue === undefined) return [];
  return frames.flatMap((frame) => {
    const value = finalValue + monthOf(frame) - monthOf(final);
    const asked = inputs.filter((input) => input.at <= frame.end && input.value === value).at(-1);
    return asked ? [frame.end - asked.at] : [];
  });
}

/** No period is the whole one, which ends with the last month: the handle's rightmost place. */
function monthOf({ request: { selection: { period } } }: Frame): number {
  const [year = 2023, month = 12] = (period?.to ?? '2023-12').split('-').map(Number);
  return year * 12 + month;
}
