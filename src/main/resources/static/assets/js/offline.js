/**
 * Lets the exam be opened again without a network: the page is kept in the browser until the exam ends, and a service
 * worker hands it out when the server can't be reached.
 */
export async function keepOffline(address) {
  if (!navigator.serviceWorker || !globalThis.caches) return; // as on addresses that are not secure
  try {
    await navigator.serviceWorker.register(address.replace(/attempts\/[^/]*$/, 'room-worker.js'), { scope: address.replace(/[^/]*$/, '') });
    const cache = await caches.open(`rehearsal:${address}`);
    const page = await fetch(`${address}?keep=true`);
    if (page.ok && !page.redirected) await cache.put(address, page); // an error must not replace what was kept before
    const assets = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).pathname.includes('/assets/'));
    await cache.addAll([...new Set(assets)]);
  } catch {
    // Everything works without it but a reload while the network is away.
  }
}
