import { joined, peopleOf } from '../model/kinds.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { agedWords } from '../model/population.ts';
import type { Selection } from '../model/selection.ts';
import { FLAGS, SEXES } from '../model/vocabulary.ts';

/** What an offence with the flag is "with". */
const FLAG_WORDS: Readonly<Record<(typeof FLAGS)[number]['id'], string>> = {
  'domestic-abuse': 'domestic abuse', alcohol: 'alcohol', knife: 'a knife', gun: 'a gun', hate: 'hate', online: 'an online part', 'child-at-risk': 'a child at risk',
};

/** "female victims aged 10 and over", "patients aged 10-24"; null without a choice of sex or ages. */
export function describeVictims({ ages, sexes }: Pick<Selection, 'ages' | 'sexes'>, entry: Pick<DataSetEntry, 'kind'>): string | null {
  if (ages === null && sexes === null) return null;
  const { many } = peopleOf(entry);
  const aged = ages === null ? '' : ` ${agedWords(ages)}`;
  if (sexes === null || sexes.length === SEXES.length) return `${many}${aged}`;
  const recorded = ['female', 'male'].filter((_, code) => sexes.includes(code));
  const unknown = sexes.includes(2);
  if (recorded.length === 0) return `${many}${aged} whose sex is not recorded`;
  return `${joined(recorded)} ${many}${aged}${unknown ? ' and those whose sex is not recorded' : ''}`;
}

/** "with domestic abuse", "with a knife or a gun": records that carry any of the flags. Null without a choice. */
export function describeFlags({ flags }: Pick<Selection, 'flags'>): string | null {
  const words = FLAGS.flatMap(({ id }, bit) => (flags?.includes(bit) === true ? [FLAG_WORDS[id]] : []));
  const last = words.at(-1);
  if (last === undefined) return null;
  return `with ${words.length === 1 ? last : `${words.slice(0, -1).join(', ')} or ${last}`}`;
}
