import { type BacktestAnswer, type MeanInterval, type MethodResult, type PredictionMethod, PREDICTION_METHODS } from '../../model/hotspots.ts';
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

/** Which method did best, and how sure that is. */
export function bestWords({ best, methods, periods, request }: BacktestAnswer): string {
  if (periods.length === 0) return 'Nothing could be tried: no test period follows a whole training period. Choose a longer period or shorter training.';
  const over = `over ${plural(periods.length, 'test period', 'test periods')} with ${pickWords(request.pick)} picked each time`;
  if (best === null) return `${leadWords(methods)} No method can be called best ${over}: there are too few periods to tell.`;
  const result = methods.find(({ method }) => method === best.method);
  const captured = result === undefined ? '' : ` captured ${captureWords(result.capture)} of the next period’s events`;
  const more = `${tenths(Math.abs(best.overNext.value))} percentage points ${best.overNext.value < 0 ? 'less' : 'more'} than “${methodTitle(best.next)}”`;
  const range = Number.isFinite(best.overNext.lower) ? ` (${tenths(best.overNext.lower)} to ${tenths(best.overNext.upper)})` : '';
  return `“${methodTitle(best.method)}”${captured} ${over}; ${more}${range}, which ${best.clear ? 'is more than chance would explain' : 'may be chance'}.`;
}

function leadWords(methods: readonly MethodResult[]): string {
  const tried = methods.filter(({ problem, capture }) => problem === null && Number.isFinite(capture.value)).toSorted((a, b) => b.capture.value - a.capture.value);
  const [first] = tried;
  return first === undefined ? '' : `“${first.title}” captured most, ${captureWords(first.capture)}.`;
}
