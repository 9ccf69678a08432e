const FIRST_WAIT = 2; // seconds; each further one is twice as long
const LONGEST_WAIT = 64;

/**
 * Lets the exam be opened again without a network: the page is kept in the browser until the exam ends, and a service
 * worker hands it out when the server can't be reached. What fails is tried again. Everything works without it but a
 * reload while the network is away.
 */
export async function keepOffline(address, wait = FIRST_WAIT) {
  if (!navigator.serviceWorker || !globalThis.caches) return; // as on addresses that are not secure
  try {
    await keep(address);
  } catch {
    setTimeout(() => keepOffline(address, Math.min(wait * 2, LONGEST_WAIT)), wait * 1_000);
  }
}

async function keep(address) {
  await navigator.serviceWorker.register(address.replace(/attempts\/[^/]*$/, 'room-worker.js'), { scope: address.replace(/[^/]*$/, '') });
  const page = await fetch(`${address}?keep=true`);
  if (!page.ok || page.redirected) throw new Error(`no exam to keep: ${page.status}`); // must not replace what was kept before
  const cache = await caches.open(`rehearsal:${address}`);
  await cache.put(address, page);
  const assets = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).pathname.includes('/assets/'));
  await cache.addAll([...new Set(assets)]);
}
