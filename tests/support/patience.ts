/** For what is polled: as long as the browser waits for what it is to find on a page. */
export const PATIENCE = { timeout: 30_000, interval: 100 }
