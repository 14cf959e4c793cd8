import { describe, expect, it } from 'vitest';
import { lowerFirst, possessive, sentenceCase } from '../../../src/model/text.ts';

describe('words in a sentence', () => {
  it('makes a genitive, by the last letter of the name', () => {
    expect(['Bedfordshire', 'St Albans', 'England 2023', '“Luton 2019”', '“St Albans”', ''].map(possessive)).toEqual(['Bedfordshire’s', 'St Albans’', 'England 2023’s', '“Luton 2019”’s', '“St Albans”’', '’s']);
  });

  it('changes the first letter only', () => {
    expect([sentenceCase('its A&E'), lowerFirst('Its A&E'), sentenceCase(''), lowerFirst('')]).toEqual(['Its A&E', 'its A&E', '', '']);
  });
});
