import type { ClassLook } from './titles.ts';

/** A class in words with its symbol, never colour alone. */
export function ClassTag({ look }: { readonly look: ClassLook }) {
  return <span className={`badge ${look.style}`}>{look.mark !== null && <span aria-hidden="true">{look.mark}</span>}{look.title}</span>;
}
