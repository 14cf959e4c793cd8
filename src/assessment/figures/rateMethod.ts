import type { Context } from '../context.ts';
import { countedSentence, periodSentence, rateSentences } from '../words.ts';
import type { Subject } from './subject.ts';

/** What the method line of every rate figure says: what is counted, how the rate was made, for when. */
export function rateMethod(context: Context, { source }: Subject, standardised: boolean): string {
  return `${countedSentence(source)} ${rateSentences(context, source, standardised)} ${periodSentence(source)}`;
}
