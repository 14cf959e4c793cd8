import type { Problem } from '../model/pack.ts';

/** A text as a sentence: with a full stop unless it ends in a mark of its own. '' stays ''. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The parts of a problem that are asked for, as sentences in a line: what is wrong, where, what to do. */
export function problemWords(problem: Problem, parts: readonly (keyof Problem)[] = ['what', 'where', 'remedy']): string {
  return parts.map((part) => asSentence(problem[part])).filter((sentence) => sentence !== '').join(' ');
}
