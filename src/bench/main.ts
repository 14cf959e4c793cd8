/** Entry of bench.html: the reader's own machine, measured with made-up records. */
import { measureStep } from './client.ts';
import { planOf, type Step, type StepResult } from './plan.ts';
import { count, machineOf, resultText } from './resultTable.ts';
import { createView } from './view.ts';

const root = document.getElementById('bench');
if (root === null) throw new Error('bench.html has no element with the id "bench".');
const view = createView(root);
let results: StepResult[] = [];
let stopping = new AbortController();

view.start.addEventListener('click', () => { void measure(); });
view.stop.addEventListener('click', () => stopping.abort());
view.copy.addEventListener('click', () => { void copy(); });

async function measure(): Promise<void> {
  results = [];
  stopping = new AbortController();
  view.clear();
  view.running(true);
  // The button just pressed can no longer be: the focus goes where it is of use.
  view.stop.focus();
  const plan = planOf(view.large.checked);
  let ended = 'Done.';
  try {
    for (const [i, step] of plan.entries()) {
      view.say(`Measuring ${titleOf(step)} (${i + 1} of ${plan.length}) …`);
      const result = await measureStep(step, stopping.signal);
      results.push(result);
      view.add(result);
    }
  } catch (error) {
    ended = stopping.signal.aborted ? 'Stopped.' : `It ended early. ${error instanceof Error ? error.message : String(error)}`;
  }
  view.running(false);
  view.say(ended);
  (results.length > 0 ? view.copy : view.start).focus();
}

function titleOf({ what, rows, areas }: Step): string {
  return `${what === 'filters' ? 'filters' : 'rates'}: ${count(rows)} records in ${count(areas)} areas`;
}

/** Pages that do not come over HTTPS may not use the clipboard: then the text is shown, selected. */
async function copy(): Promise<void> {
  const text = resultText(results, machineOf(navigator));
  try {
    await navigator.clipboard.writeText(text);
    view.say('Copied.');
  } catch {
    view.showText(text);
    view.say('This browser does not let the page copy. The text is selected: copy it with your keyboard.');
  }
}
