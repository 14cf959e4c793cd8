import type { Page } from 'playwright-core';

/** Whatever went wrong behind the screen while a page was open. */
export interface Faults {
  /** One line each: uncaught errors, console errors, policy violations, requests that leave the origin or fail. */
  readonly lines: readonly string[];
  /** Every address asked for. */
  readonly requests: readonly string[];
}

/** Watches a page from before its first request. */
export async function watchFaults(page: Page, origin: string): Promise<Faults> {
  const lines: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => lines.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    requests.push(request.url());
    if (!isOwn(request.url(), origin)) lines.push(`request leaves the origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) lines.push(`${response.status()}: ${response.url()}`);
  });
  page.on('websocket', (socket) => lines.push(`web socket: ${socket.url()}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return { lines, requests };
}

function isOwn(address: string, origin: string): boolean {
  const { protocol, origin: own } = new URL(address);
  return own === origin || protocol === 'data:' || protocol === 'blob:';
}
