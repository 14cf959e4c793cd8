interface Columns {
  /** A text for each name, in the order of the names. */
  readonly rows: readonly (readonly string[])[];
}

/** Rows of a CSV or tab-separated text by the names of their columns; a sentence where one is missing. */
export async function readColumns(text: string, names: readonly string[]): Promise<Columns | { readonly problem: string }> {
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trim(), { skipEmptyLines: 'greedy' });
  const [head = [], ...lines] = data;
  const columns = names.map((name) => head.findIndex((title) => title.trim().toLowerCase() === name));
  const missing = names.filter((_name, index) => (columns[index] ?? -1) < 0);
  if (missing.length > 0) return { problem: `The first line must name the columns ${names.join(', ')}; ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not there. Nothing was changed.` };
  return { rows: lines.map((line) => columns.map((column) => line[column] ?? '')) };
}
