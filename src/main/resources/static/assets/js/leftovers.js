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
  const outbox = new Outbox({ address, csrf, clock, onState: quiet, onSettled: quiet, onRefused: quiet,
    onEnded: () => onEnded(waiting.length > 0) });
  const waiting = outbox.kept().filter(({ saved }) => !saved);
  for (const { kind, position, saved, ...save } of waiting) outbox.put(kind, position, save);
  return { clock, outbox };
}
