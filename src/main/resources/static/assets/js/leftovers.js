import { joined, same } from './joined-notes.js';
import { Outbox } from './outbox.js';
import { ServerClock } from './server-clock.js';

/**
 * Sends what could not be sent before the room was closed. Within the grace it still counts; what comes later does not,
 * but the result lists it.
 *
 * @param onEnded told whether anything was sent, when the exam has ended and nothing waits any more
 */
export function deliver({ address, csrf, now, deadline = now }, onEnded) {
  const clock = new ServerClock(Number(now), Number(deadline), `${address}/clock`);
  const quiet = () => {};
  const onSettled = (kind, position, { outcome, stored }, save) => {
    if (kind !== 'notes' || outcome !== 'out-of-sequence') return;
    const both = joined(save.base, save, stored); // they were changed elsewhere
    if (!same(both, stored)) outbox.put(kind, position, { ...both, sequence: stored.sequence + 1, base: stored });
  };
  const outbox = new Outbox({ address, csrf, clock, onState: quiet, onSettled, onRefused: quiet,
    onEnded: () => onEnded(waiting.length > 0) });
  const waiting = outbox.kept().filter(({ saved }) => !saved);
  for (const kept of waiting) {
    const { kind, position, saved, name, own, ...save } = kept;
    const before = kind === 'notes' && outbox.waiting(kind, position); // another closed page's of the same item
    outbox.put(kind, position, before ? { ...before, ...joined(save.base, save, before) } : save);
    if (kind === 'notes') outbox.release(kept);
  }
  return { clock, outbox };
}
