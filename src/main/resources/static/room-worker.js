/* Hands out a running exam from the browser's own store when the server can't be reached. Keeps nothing itself. */
const PATIENCE = 6_000; // milliseconds: a network that hangs is as good as none

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  const room = request.mode === 'navigate' && /\/attempts\/[^/]+(\/items\/\d+)?$/.test(pathname);
  if (room || pathname.includes('/assets/')) event.respondWith(answer(request, room));
});

async function answer(request, room) {
  let response;
  try {
    response = await fetch(request, room ? { signal: AbortSignal.timeout(PATIENCE) } : undefined);
    if (response.status < 500) return response;
  } catch {
    // As if it had failed: what is kept goes on working meanwhile, and sends everything when it can.
  }
  const key = room ? request.url.replace(/(\/attempts\/[^/?]+).*/, '$1') : request;
  return (await caches.match(key, { ignoreVary: true })) ?? response ?? Response.error();
}
