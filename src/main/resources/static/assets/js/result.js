import { Outbox } from './outbox.js';
import { ServerClock } from './server-clock.js';

// Answers that could not be sent before the exam ended are sent now: they do not count, but this page lists them.
const place = document.querySelector('[data-leftovers]');
const { address, csrf, now } = place.dataset;
const clock = new ServerClock(Number(now), Number(now), `${address}/clock`);
const outbox = new Outbox({ address, csrf, clock,
  onState: () => {}, onSettled: () => {}, onRefused: () => {}, onForeign: () => {},
  onEnded: () => { if (sent) location.reload(); } });
const waiting = outbox.kept().filter(({ kind, saved }) => kind === 'answer' && !saved);
const sent = waiting.length > 0;
globalThis.caches?.delete(`rehearsal:${address}`);
for (const { kind, position, saved, ...save } of waiting) outbox.put(kind, position, save);
if (!sent) clock.resynchronise(); // whose reading says that the exam has ended: the browser forgets it
