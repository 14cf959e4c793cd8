import type { ClassCode } from '../model/measures.ts';
import type { FunnelLimits } from '../model/results.ts';
import type { Hours, Selection } from '../model/selection.ts';
import type { PlotPoint } from './plotPoints.ts';

export interface MonthBarsProps {
  /** Months present in the data set, ascending, "YYYY-MM". Months between the first and the last that are not listed are drawn as gaps. */
  readonly months: readonly string[];
  /** One count per listed month. */
  readonly counts: ArrayLike<number>;
  readonly period: Selection['period'];
  /** null = every month. */
  readonly onChange: (period: Selection['period']) => void;
  /** What is counted, plural: "offences". */
  readonly unit: string;
}

export interface MonthOfYearBarsProps {
  /** 12 counts, January first. */
  readonly counts: ArrayLike<number>;
  /** 1-12; null = all. */
  readonly chosen: readonly number[] | null;
  readonly onChange: (chosen: readonly number[] | null) => void;
  /** What is counted, plural; "offences" where left out. */
  readonly unit?: string;
}

export interface AgeBarsProps {
  /** 20 counts: the 19 bands of AGE_BANDS, then those of unknown age. */
  readonly counts: ArrayLike<number>;
  /** Band codes 0-18, ascending; null = all ages, unknown ones included. */
  readonly chosen: readonly number[] | null;
  readonly onChange: (chosen: readonly number[] | null) => void;
  /** What is counted, plural: "victims". */
  readonly unit: string;
}

export interface WeekdayHourGridProps {
  /** 175 counts, weekday * 25 + hour slot; null where the data set has none. */
  readonly counts: ArrayLike<number> | null;
  /** Weekday codes 0-6; null = all. */
  readonly days: readonly number[] | null;
  readonly hours: Hours | null;
  /** True where records stored at exactly 00:00 are left out. */
  readonly midnightAside?: boolean;
  readonly onChange: (change: { readonly days: readonly number[] | null; readonly hours: Hours | null }) => void;
  /** Why the grid cannot be used; null = it can. */
  readonly disabledReason: string | null;
  /** What is counted, plural; "offences" where left out. */
  readonly unit?: string;
}

export interface TypeBarsProps {
  readonly items: readonly TypeBarItem[];
  readonly onToggle: (id: string) => void;
  /** What is counted, plural; "offences" where left out. */
  readonly unit?: string;
  /** Accessible name of the group, e.g. "Crime types". */
  readonly label?: string;
}

export interface TypeBarItem {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly chosen: boolean;
  /** Small print after the title, e.g. "incidents, not crime". */
  readonly note?: string;
}

export interface IntervalBarProps {
  /** NaN where no rate is given: the bar is then empty, with `label` as its name. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly benchmark: number;
  /** Ends of the axis, the same for all rows of a table. */
  readonly domain: readonly [number, number];
  readonly classCode: ClassCode;
  readonly width?: number;
  readonly height?: number;
  /** Accessible name; made from the numbers where left out. null hides it from assistive technology (where the numbers stand beside it). */
  readonly label?: string | null;
}

/** What a plot of areas shares with the map and the table. Areas by number. */
export interface PlotLinks {
  /** Under the pointer here, on the map or in the table. */
  readonly hovered: number | null;
  readonly selected: readonly number[];
  /** Where the keyboard stands: the hovered area, or the one selected last. */
  readonly current: number | null;
  /** An area in words, for assistive technology. */
  readonly describe: (area: number) => string;
  readonly onHover: (area: number | null) => void;
  readonly onSelect: (area: number, add: boolean) => void;
}

interface AreaPlotProps extends PlotLinks {
  /** Areas with a rate, in any order. */
  readonly points: readonly PlotPoint[];
  /** What the rate is per: "DSR per 100,000 residents a year". */
  readonly axisTitle: string;
  /** True draws the axis to the largest value; false may end it where all but a few are larger to read. */
  readonly whole: boolean;
}

export interface CaterpillarPlotProps extends AreaPlotProps {
  /** NaN where each area has its own (or there is none). */
  readonly benchmark: { readonly title: string; readonly value: number };
}

export interface FunnelPlotProps extends AreaPlotProps {
  readonly limits: FunnelLimits;
  readonly benchmarkTitle: string;
  /** "Person-years". */
  readonly sizeTitle: string;
}
