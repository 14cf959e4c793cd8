import { AREA_VIEWS, type AreaView, type AreaViews } from './areaViews.ts';

interface ViewSwitchProps {
  readonly views: AreaViews;
  readonly shown: AreaView;
  /** Whether the density surface is on the map, whose peaks can be listed. */
  readonly peaks: boolean;
}

/** How the areas are shown: table, caterpillar plot, funnel plot; or the peaks of the density surface. */
export function ViewSwitch({ views: { large, show }, shown, peaks }: ViewSwitchProps) {
  return (
    <fieldset className="view-switch" aria-label="Show the areas as">
      {AREA_VIEWS.filter(({ id }) => peaks || id !== 'peaks').map(({ id, title }) => (
        <button key={id} type="button" className="view-choice" aria-pressed={shown === id} onClick={() => show(id)}>
          {title}{large === id && <span className="visually-hidden"> (large, under the map)</span>}
        </button>
      ))}
    </fieldset>
  );
}
