import { AREA_VIEWS, type AreaViews } from './areaViews.ts';

/** How the areas are shown: table, caterpillar plot, funnel plot. */
export function ViewSwitch({ views: { shown, large, show } }: { readonly views: AreaViews }) {
  return (
    <fieldset className="view-switch" aria-label="Show the areas as">
      {AREA_VIEWS.map(({ id, title }) => (
        <button key={id} type="button" className="view-choice" aria-pressed={shown === id} onClick={() => show(id)}>
          {title}{large === id && <span className="visually-hidden"> (large, under the map)</span>}
        </button>
      ))}
    </fieldset>
  );
}
