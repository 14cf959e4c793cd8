/** Whom a rate is per: "residents", "female residents aged 10 and over". */
export { residentsWords as residentsOf } from '../../model/population.ts';
