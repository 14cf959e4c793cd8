import { CLASS, type ClassCode, REASON, type ReasonCode } from '../model/measures.ts';
import { reasonTitle } from '../model/reasons.ts';

const CLASSES: Readonly<Record<ClassCode, { readonly title: string; readonly style: string; readonly mark: 'up' | 'down' | null }>> = {
  [CLASS.noData]: { title: 'Not given', style: 'badge-plain', mark: null },
  [CLASS.tooFew]: { title: 'Too few to say', style: 'badge-plain', mark: null },
  [CLASS.lower]: { title: 'Significantly lower', style: 'badge-lower', mark: 'down' },
  [CLASS.similar]: { title: 'Similar', style: 'badge-similar', mark: null },
  [CLASS.higher]: { title: 'Significantly higher', style: 'badge-higher', mark: 'up' },
};

/** The class behind a code from the worker; anything unknown reads "not given". */
export function classCodeOf(value: number | undefined): ClassCode {
  return value === CLASS.higher || value === CLASS.similar || value === CLASS.lower || value === CLASS.tooFew ? value : CLASS.noData;
}

/** "Significantly higher" and so on; why there is no rate where there is none: the engine has one class for withheld and too few. */
export function classTitle(code: ClassCode, reason: ReasonCode = REASON.given): string {
  return reason === REASON.given ? CLASSES[code].title : reasonTitle(reason);
}

/** An area's class against the benchmark: words and symbol, never colour alone. */
export function ClassBadge({ code, reason = REASON.given }: { readonly code: ClassCode; readonly reason?: ReasonCode }) {
  const { style, mark } = CLASSES[code];
  return (
    <span className={`badge ${style}`}>
      {mark !== null && <Triangle mark={mark} size={10} />}
      {classTitle(code, reason)}
    </span>
  );
}

/** The symbol alone, where the words stand beside or are hidden: nothing for areas that read neither higher nor lower. */
export function ClassMark({ code }: { readonly code: ClassCode }) {
  const { style, mark } = CLASSES[code];
  return mark === null ? null : <span className={`class-mark ${style}`}><Triangle mark={mark} size={8} /></span>;
}

function Triangle({ mark, size }: { readonly mark: 'up' | 'down'; readonly size: number }) {
  return <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true"><path d={mark === 'up' ? 'M5 1l4.5 8h-9z' : 'M5 9L.5 1h9z'} fill="currentColor" /></svg>;
}
