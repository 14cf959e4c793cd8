import { describe, expect, it } from 'vitest';
import { asSentence, problemWords } from '../../../src/ui/problemWords.ts';

describe('asSentence', () => {
  it('ends in one mark, whoever wrote it', () => {
    expect(['The map stopped', 'The file is cut off.', 'Really?', 'Loading…', ' a ', ''].map(asSentence)).toEqual(['The map stopped.', 'The file is cut off.', 'Really?', 'Loading…', 'a.', '']);
  });
});

describe('problemWords', () => {
  const problem = { what: 'The sources could not be compared.', where: 'Bedfordshire', remedy: 'Try again.' };

  it('puts the parts asked for in a line, each a sentence, empty ones left out', () => {
    expect(problemWords(problem)).toBe('The sources could not be compared. Bedfordshire. Try again.');
    expect(problemWords({ ...problem, where: '' }, ['where', 'remedy'])).toBe('Try again.');
  });
});
