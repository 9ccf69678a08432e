import { joinedAnswers, saysTheSame } from './joined-answers.js';
import { joined, same } from './joined-notes.js';
import { recovered } from './kept.js';
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
  const onSettled = (kind, position, saved, save) => {
    if (saved.outcome !== 'out-of-sequence') return;
    const stored = kind === 'notes' ? saved.stored : saved; // it was changed elsewhere, or the answer to an earlier save was lost
    const own = save.tried?.some((put) => put.sequence === stored.sequence && says(kind, put, stored, save));
    const both = own ? save : join(kind, save, stored);
    if (!says(kind, both, stored, save)) outbox.put(kind, position, { ...save, ...both, sequence: stored.sequence + 1, base: stored });
  };
  const outbox = new Outbox({ address, csrf, clock, onState: quiet, onSettled, onRefused: quiet,
    onEnded: () => onEnded(sent) });
  let sent = false;
  const takeIn = () => {
    for (const kept of outbox.kept().filter(({ saved, own }) => !saved && !own)) {
      const { kind, position, saved, name, own, ...save } = kept;
      const before = outbox.waiting(kind, position, save); // another closed page's of the same item
      outbox.put(kind, position, before ? { ...before, ...join(kind, save, before) } : save);
      if (kind !== 'report') outbox.release(kept);
      sent = true;
    }
  };
  takeIn();
  recovered(takeIn).catch(() => {}); // nothing else is kept
  return { clock, outbox };
}

function join(kind, save, other) {
  return kind === 'notes' ? joined(save.base, save, other) : joinedAnswers(save.base, save, other);
}

function says(kind, both, stored, { ordered }) {
  return kind === 'notes' ? same(both, stored) : saysTheSame(both, stored, ordered);
}
