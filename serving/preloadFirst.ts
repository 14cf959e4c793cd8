import type { HtmlTagDescriptor, Plugin } from 'vite';

type Bundle = NonNullable<Parameters<Extract<NonNullable<Plugin['transformIndexHtml']>, { handler: unknown }>['handler']>[1]['bundle']>;

/** What the page needs before the first coloured map and would ask for one after the other: the shell's code and the map's. */
const FIRST_MODULES = ['/src/app/openPage.tsx', '/src/map/MapOwner.ts'];
const PACK_LIST = './packs/index.json';
const HEAD = 'head' as const;

/**
 * Names in index.html what is needed first, so that the browser asks for all of it at once: code with what it imports,
 * its stylesheets, the font, the list of packs. Which pack is opened stands after the "#", so its files cannot be named.
 */
export function preloadFirst(): Plugin {
  return {
    name: 'preload-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, filename }) => (bundle === undefined || !filename.endsWith('/index.html') ? [] : tagsFor(html, bundle)),
    },
  };
}

function tagsFor(html: string, bundle: Bundle): HtmlTagDescriptor[] {
  const chunks = new Map(Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output] as const] : [])));
  const first = [...chunks.values()].filter(({ facadeModuleId }) => FIRST_MODULES.some((path) => facadeModuleId?.endsWith(path)));
  if (first.length !== FIRST_MODULES.length) throw new Error(`Not every one of ${FIRST_MODULES.join(', ')} is a piece of the build that index.html can preload.`);
  const modules = new Set<string>();
  const add = (fileName: string): void => {
    if (modules.has(fileName)) return;
    modules.add(fileName);
    for (const imported of chunks.get(fileName)?.imports ?? []) add(imported);
  };
  for (const { fileName } of first) add(fileName);
  const styles = [...modules].flatMap((fileName) => [...chunks.get(fileName)?.viteMetadata?.importedCss ?? []]);
  const fonts = Object.keys(bundle).filter((fileName) => fileName.endsWith('.woff2'));
  const isNew = (fileName: string): boolean => !html.includes(`./${fileName}"`);
  return [
    ...[...modules].filter(isNew).map((fileName) => link({ rel: 'modulepreload', crossorigin: true, href: `./${fileName}` })),
    ...styles.filter(isNew).map((fileName) => link({ rel: 'preload', as: 'style', crossorigin: true, href: `./${fileName}` })),
    ...fonts.map((fileName) => link({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${fileName}` })),
    link({ rel: 'preload', as: 'fetch', crossorigin: true, href: PACK_LIST }),
  ];
}

function link(attrs: Record<string, string | boolean>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: HEAD };
}
