import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cacheControl, SECURITY_HEADERS } from '../../../serving/headers.ts';

const nginx = readFileSync('serving/nginx.conf', 'utf8');
const caddy = readFileSync('serving/Caddyfile', 'utf8');

describe('the examples for servers', () => {
  it.each(Object.entries(SECURITY_HEADERS))('send %s as npm start does', (name, value) => {
    expect(nginx).toContain(`add_header ${name} "${value}" always;`);
    expect(caddy).toContain(`${name} "${value}"`);
  });

  it('send the policy of index.html, and who may frame the page', () => {
    const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(readFileSync('index.html', 'utf8'))?.[1];
    expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(`${inPage}; frame-ancestors 'none'`);
  });

  it('keep hashed files as long as npm start does, and ask after the others', () => {
    for (const example of [nginx, caddy]) for (const path of ['assets/a-1.js', 'index.html']) expect(example).toContain(`"${cacheControl(path)}"`);
  });
});
