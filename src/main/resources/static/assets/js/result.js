import { recoveredSoon } from './kept.js';
import { deliver } from './leftovers.js';

await recoveredSoon();
const { dataset } = document.querySelector('[data-leftovers]');
const { clock } = deliver(dataset, (sent) => { if (sent) location.reload(); });
clock.resynchronise(); // its reading says that the exam has ended, and the browser forgets it
