import './exam-clock.js';
import './item-ordering.js';
import './saved-state.js';
import { ExamItem } from './exam-item.js';
import { ItemList } from './item-list.js';
import { ResponseQueue } from './response-queue.js';

const $ = (id) => document.getElementById(id);
const { address, mode, total, csrf, title, place, unanswered, answeredAll, adopted, refused, foreign, timeUp, chosen } = document.body.dataset;

if (mode === 'single') {
  // This page is for browsers without JavaScript; with it, the whole exam is one page.
  location.replace(`${address}?item=${document.body.dataset.current}`);
} else {
  enter();
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

function enter() {
  const items = [...document.querySelectorAll('section.item')].map((section) => new ExamItem(section));
  const byPosition = new Map(items.map((item) => [item.position, item]));
  const otherTabs = new BroadcastChannel(`rehearsal:${address}`);
  const clock = document.querySelector('exam-clock').clock;
  const savedState = document.querySelector('saved-state');
  const list = new ItemList(items, { onGo: (position) => go(position) });
  let current = byPosition.get(Number(document.body.dataset.current));
  let leaving = false;

  const queue = new ResponseQueue({ address, csrf, clock,
    onState: (state) => savedState.show(state),
    onSettled: settled,
    onRefused: refuse,
    onForeign: () => notify(current.position, foreign),
    onEnded: leave });

  clock.onReading(({ csrf: fresh }) => {
    for (const input of document.querySelectorAll('input[name=_csrf]')) input.value = fresh;
  });

  function leave(late) {
    if (leaving) return; // the clock and a refused save may both find out
    leaving = true;
    location.replace(`${address}/result${late ? `?late=${late}` : ''}`);
  }

  function save(item) {
    queue.put(item.position, item.next());
    item.count(chosen);
    countRefused();
    list.update(item);
    if (item === current && $('overview').hidden) show();
  }

  function refuse(position) {
    byPosition.get(position).refused = true;
    list.update(byPosition.get(position));
    countRefused();
    notify(position, refused);
  }

  function countRefused() {
    savedState.refuse(items.filter((item) => item.refused).length);
  }

  function settled(position, saved) {
    const item = byPosition.get(position);
    if (saved.outcome === 'out-of-sequence') {
      take(item, saved);
      notify(position, adopted);
    } else if (saved.outcome === 'recorded' || saved.outcome === 'unchanged') {
      otherTabs.postMessage({ position, saved });
    }
  }

  function take(item, saved) {
    item.adopt(saved);
    item.count(chosen);
    list.update(item);
    if (item === current && $('overview').hidden) show();
  }

  otherTabs.addEventListener('message', ({ data: { position, saved } }) => {
    const item = byPosition.get(position);
    if (saved.sequence > item.sequence) take(item, saved);
  });

  /** Stays until the candidate has been at the item and left it. */
  function notify(position, text) {
    $('notice').dataset.position = position;
    $('notice').textContent = text.replace('{0}', position);
  }

  function leaveItem() {
    if (Number($('notice').dataset.position) === current.position) $('notice').textContent = '';
    $('navigator').close();
    $('end-dialog').close();
    current.section.hidden = true;
  }

  /** Brings the bars in line with the current item. */
  function show() {
    for (const id of ['flag', 'previous', 'next', 'navigator-open', 'review-open']) $(id).setAttribute('form', current.form.id);
    $('place').textContent = place.replace('{0}', current.position).replace('{1}', total);
    $('flag').setAttribute('aria-pressed', current.flagged);
    for (const id of ['flag', 'place', 'previous', 'next', 'review-open']) $(id).hidden = false;
    $('previous').disabled = current.position === 1;
    $('next').disabled = current.position === items.length;
    list.current(current.position);
    document.title = `${place.replace('{0}', current.position).replace('{1}', total)} – ${title}`;
  }

  function visit(item) {
    if (!item.visited) {
      item.visited = true;
      list.update(item);
    }
    queue.visit(item.position);
  }

  function go(position, { remember = true } = {}) {
    const item = byPosition.get(position);
    if (!item) return;
    leaveItem();
    $('overview').hidden = true;
    current = item;
    current.section.hidden = false;
    show();
    visit(current);
    if (remember) history.pushState({ position }, '', `${address}?item=${position}`);
    scrollTo(0, 0);
    $(`title-${position}`).focus({ preventScroll: true });
  }

  function review({ remember = true } = {}) {
    leaveItem();
    $('overview').hidden = false;
    for (const id of ['flag', 'place', 'previous', 'next', 'review-open']) $(id).hidden = true;
    document.title = `${$('overview-title').textContent} – ${title}`;
    list.refresh();
    if (remember) history.pushState({ review: true }, '', `${address}?item=${current.position}`);
    scrollTo(0, 0);
    $('overview-title').focus({ preventScroll: true });
  }

  const moves = {
    previous: () => go(current.position - 1),
    next: () => go(current.position + 1),
    'navigator-open': () => { $('navigator').showModal(); $('navigator').querySelector('[aria-current]')?.focus(); },
    'review-open': () => review(),
    flag: () => { current.flagged = !current.flagged; save(current); },
  };
  for (const [id, move] of Object.entries(moves)) {
    $(id).addEventListener('click', (event) => { event.preventDefault(); move(); });
  }

  for (const item of items) {
    item.form.addEventListener('change', () => save(item));
    item.form.addEventListener('submit', (event) => event.preventDefault());
    item.form.elements.clear.addEventListener('click', (event) => { event.preventDefault(); item.answer = []; save(item); event.target.scrollIntoView({ block: 'nearest' }); });
    item.count(chosen);
  }

  $('overview').querySelector('a.back').addEventListener('click', (event) => { event.preventDefault(); go(current.position); });

  $('end-open').addEventListener('click', (event) => {
    event.preventDefault();
    const open = items.filter((item) => item.status !== 'answered').length;
    $('end-count').textContent = open ? unanswered.replace('{0}', open).replace('{1}', total) : answeredAll;
    $('end-dialog').showModal();
  });

  $('end-form').addEventListener('submit', async (event) => {
    if (leaving) return;
    event.preventDefault();
    event.submitter.disabled = true;
    if (queue.size) $('end-waiting').textContent = $('end-form').dataset.waiting;
    const wanted = () => $('end-dialog').open; // they may change their mind while answers wait
    await queue.drained();
    while (wanted() && !(await clock.resynchronise())) {
      $('end-waiting').textContent = $('end-form').dataset.waiting;
      await pause(2_000);
    }
    if (!wanted() || leaving) return;
    leaving = true;
    $('end-form').submit();
  });

  $('end-dialog').addEventListener('close', () => {
    $('end-waiting').textContent = '';
    $('end-form').querySelector('button').disabled = false;
  });

  document.addEventListener('time-up', async () => {
    for (const control of document.querySelectorAll('section.item :is(input, select, button)')) control.disabled = true;
    $('notice').textContent = timeUp;
    await Promise.race([queue.drained(), pause(2_000)]);
    // The score is the server's to show: until it can be reached, this page stays.
    while (!leaving && !(await clock.resynchronise())) await pause(2_000);
    leave(queue.size);
  });

  addEventListener('popstate', ({ state }) => {
    if (state?.review) review({ remember: false });
    else if (state) go(state.position, { remember: false }); // none: a link within the page
  });

  addEventListener('beforeunload', (event) => { if (queue.size && !leaving) event.preventDefault(); });

  // What could not be sent before the page was closed goes out now, unless something newer is stored.
  for (const { position, ...save } of queue.kept()) {
    const item = byPosition.get(position);
    if (item && save.sequence > item.sequence) {
      item.adopt(save);
      queue.put(position, save);
      list.update(item);
    }
  }

  current.visited = true;
  list.update(current);
  history.replaceState({ position: current.position }, '', `${address}?item=${current.position}`);
  show();
}
