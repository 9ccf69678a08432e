import { recoveredSoon } from './kept.js';
import { deliver } from './leftovers.js';

const LOOK = 5_000; // milliseconds between two questions whether the exam has ended; another tab may end it
const AGAIN = 2_000; // milliseconds between two looks for the server
const SOON = 1_000; // the same, once the grace is over

// The time is up, and what was given in time is awaited: from this browser, and from wherever else the exam is open.
const place = document.querySelector('[data-leftovers]');
const form = document.querySelector('form[data-waits]');
const told = document.getElementById('closing-waiting');
const { address, next, closes, pattern, soon } = place.dataset;
let closesAt = Number(closes);
await recoveredSoon();
const { clock, outbox } = deliver(place.dataset, () => location.replace(next));

clock.onForeign = () => { told.textContent = told.dataset.foreign; };
clock.onReading((reading) => {
  if (told.textContent === told.dataset.foreign) told.textContent = ''; // who was signed out is back
  form.elements._csrf.value = reading.csrf;
  closesAt = reading.closesAt;
  if (reading.inProgress && reading.now < reading.deadline) location.replace(address); // it has moved
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  form.querySelector('button').disabled = true;
  const waiting = () => { if (!clock.foreign) told.textContent = told.dataset.waiting; };
  if (outbox.size) waiting();
  await outbox.drained();
  while (!(await clock.resynchronise())) {
    waiting();
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  form.submit();
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
