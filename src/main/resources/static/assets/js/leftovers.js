import { Outbox } from './outbox.js';
import { ServerClock } from './server-clock.js';

// What could not be sent before the room was closed is sent now. Within the grace it still counts; what comes later
// does not, but the result lists it.
const place = document.querySelector('[data-leftovers]');
const { address, csrf, now, next } = place.dataset;
const clock = new ServerClock(Number(now), Number(now), `${address}/clock`);
const outbox = new Outbox({ address, csrf, clock,
  onState: () => {}, onSettled: () => {}, onRefused: () => {}, onForeign: () => {},
  onEnded: () => {
    if (next) location.replace(next);
    else if (sent) location.reload();
  } });
const waiting = outbox.kept().filter(({ saved }) => !saved);
const sent = waiting.length > 0;
if (!next) globalThis.caches?.delete(`rehearsal:${address}`);
for (const { kind, position, saved, ...save } of waiting) outbox.put(kind, position, save);
clock.resynchronise(); // if its reading says that the exam has ended, the browser forgets it

const end = document.querySelector('form[data-waits]');
end?.addEventListener('submit', async (event) => {
  event.preventDefault();
  await outbox.drained();
  end.submit();
});
