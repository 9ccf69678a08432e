import { recoveredSoon } from './kept.js';
import { deliver } from './leftovers.js';
import { sendFirst } from './send-first.js';

// Asked on a page of its own, whether to end the exam: another page of this browser may have left something.
const form = document.querySelector('form[data-waits]');
const told = document.getElementById('end-waiting');
sendFirst(form, told, recoveredSoon().then(() => deliver(told.dataset, () => location.replace(told.dataset.next))));
