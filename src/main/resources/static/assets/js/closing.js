import { recoveredSoon } from './kept.js';
import { deliver } from './leftovers.js';
import { sendFirst } from './send-first.js';

const LOOK = 5_000; // milliseconds between two questions whether the exam has ended; another tab may end it
const SOON = 1_000; // the same, once the grace is over

// The time is up, and what was given in time is awaited: from this browser, and from wherever else the exam is open.
const place = document.querySelector('[data-leftovers]');
const told = document.getElementById('closing-waiting');
const { address, next, closes, pattern, soon } = place.dataset;
let closesAt = Number(closes);
const delivery = recoveredSoon().then(() => deliver(place.dataset, () => location.replace(next)));

sendFirst(document.querySelector('form[data-waits]'), told, delivery);
const { clock } = await delivery;

clock.onReading((reading) => {
  closesAt = reading.closesAt;
  if (reading.inProgress && reading.now < reading.deadline) location.replace(address); // it has moved
});

function secondsLeft() {
  return Math.max(0, Math.ceil((closesAt - clock.now()) / 1000));
}

function show() {
  const seconds = secondsLeft();
  const text = seconds ? pattern.replace('{0}', `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`) : soon;
  if (place.textContent !== text) place.textContent = text;
}

async function look() {
  await clock.resynchronise(); // if its reading says that the exam has ended, the outbox says so, and the page goes on
  setTimeout(look, secondsLeft() > LOOK / 1000 ? LOOK : SOON);
}

show();
place.hidden = false;
setInterval(show, 250);
look();
