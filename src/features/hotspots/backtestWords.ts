import { type BacktestAnswer, type BestPicks, type MeanInterval, type MethodResult, type PredictionMethod, PREDICTION_METHODS } from '../../model/backtest.ts';
import { NOT_GIVEN, plural } from '../../ui/formats.ts';
import { percent, signed } from './numbers.ts';

export function methodTitle(method: PredictionMethod): string {
  return PREDICTION_METHODS.find(({ id }) => id === method)?.title ?? method;
}

const tenths = (share: number): string => signed(100 * share, 1);

/** "31.2% (28.0 to 34.1)"; without limits where there are none. */
export function captureWords({ value, lower, upper }: MeanInterval): string {
  if (!Number.isFinite(value)) return NOT_GIVEN;
  return `${tenths(value)}%${Number.isFinite(lower) && Number.isFinite(upper) ? ` (${tenths(lower)} to ${tenths(upper)})` : ''}`;
}

/** "4.1 (3.7 to 4.5)". */
export function indexWords({ value, lower, upper }: MeanInterval): string {
  if (!Number.isFinite(value)) return NOT_GIVEN;
  const decimals = Math.abs(value) < 9.95 ? 2 : 1;
  return `${signed(value, decimals)}${Number.isFinite(lower) && Number.isFinite(upper) ? ` (${signed(lower, decimals)} to ${signed(upper, decimals)})` : ''}`;
}

/** "20 areas", "2% of the surface". */
export function pickWords(pick: BacktestAnswer['request']['pick']): string {
  return pick.kind === 'areas' ? plural(pick.areas, 'area', 'areas') : `${percent(pick.share)}% of the surface`;
}

type Measure = 'events' | 'harm';

/** Which method did best by the share of events held, and how sure that is. */
export function bestWords(answer: BacktestAnswer): string {
  const { best, periods } = answer;
  if (periods.length === 0) return 'Nothing could be tried: no test period follows a whole training period. Choose a longer period or shorter training.';
  return leadOf(answer, best, 'events');
}

/** The same by the share of harm; null where nothing was weighed or tried. */
export function bestByHarmWords(answer: BacktestAnswer): string | null {
  const { harm, periods } = answer;
  if (harm.problem !== null || periods.length === 0) return null;
  return `By harm, not number: ${leadOf(answer, harm.best, 'harm')}`;
}

/** How many events the ranking by harm leans on; null where nothing was weighed. */
export function leaningWords({ harm, request: { trainMonths } }: BacktestAnswer): string | null {
  if (harm.problem !== null || harm.eventsForHalf === 0) return null;
  return `Half of all harm of the last ${plural(trainMonths, 'month', 'months')} comes from ${harm.eventsForHalf.toLocaleString('en-GB')} of ${plural(harm.events, 'event', 'events')}: the ranking by harm leans on them, and so on chance.`;
}

function leadOf({ methods, periods, request }: BacktestAnswer, best: BestPicks | null, measure: Measure): string {
  const over = `over ${plural(periods.length, 'test period', 'test periods')} with ${pickWords(request.pick)} picked each time`;
  if (best === null) return `${leadWords(methods, measure)} No method can be called best ${over}: there are too few periods to tell.`;
  const result = methods.find(({ method }) => method === best.method);
  const captured = result === undefined ? '' : ` captured ${captureWords(capturedOf(result, measure))} of the next period’s ${measure}`;
  const more = `${tenths(Math.abs(best.overNext.value))} percentage points ${best.overNext.value < 0 ? 'less' : 'more'} than “${methodTitle(best.next)}”`;
  const range = Number.isFinite(best.overNext.lower) ? ` (${tenths(best.overNext.lower)} to ${tenths(best.overNext.upper)})` : '';
  return `“${methodTitle(best.method)}”${captured} ${over}; ${more}${range}, which ${best.clear ? 'is more than chance would explain' : 'may be chance'}.`;
}

const NOTHING: MeanInterval = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };

const capturedOf = (result: MethodResult, measure: Measure): MeanInterval => (measure === 'events' ? result.capture : result.harm?.capture ?? NOTHING);

function leadWords(methods: readonly MethodResult[], measure: Measure): string {
  const tried = methods.filter((one) => one.problem === null && Number.isFinite(capturedOf(one, measure).value)).toSorted((a, b) => capturedOf(b, measure).value - capturedOf(a, measure).value);
  const [first] = tried;
  return first === undefined ? '' : `“${first.title}” captured most, ${captureWords(capturedOf(first, measure))}.`;
}
