import './exam-clock.js';
import './item-ordering.js';
import './saved-state.js';
import { Annotations } from './annotations.js';
import { Answers } from './answers.js';
import { measureBars } from './bars.js';
import { Ending } from './ending.js';
import { ExamItem } from './exam-item.js';
import { ItemList } from './item-list.js';
import { recovered } from './kept.js';
import { mathSet } from './math.js';
import { Notice } from './notice.js';
import { keepOffline } from './offline.js';
import { OtherPages } from './other-pages.js';
import { Outbox } from './outbox.js';
import { Practice } from './practice.js';
import { Shortcuts } from './shortcuts.js';

const $ = (id) => document.getElementById(id);
const words = document.body.dataset;
const AWAY = [words.foreign, words.checkOffline, words.pauseOffline];
const narrow = matchMedia('(max-width: 59.99rem)'); // one column
const BARS = ['flag', 'place', 'previous', 'next', 'review-open'];

if (words.mode === 'single') {
  // This page is for browsers without JavaScript; with it, the whole exam is one page.
  location.replace(`${words.address}?item=${words.current}`);
} else {
  enter();
}

function enter() {
  const { address, csrf, total } = words;
  const items = [...document.querySelectorAll('section.item')].map((section) => new ExamItem(section));
  const byPosition = new Map(items.map((item) => [item.position, item]));
  const face = document.querySelector('exam-clock');
  const savedState = document.querySelector('saved-state');
  const list = new ItemList(items, { onGo: (position) => go(position) });
  // A page that was kept for a time without a network was made for another item than the one that is asked for.
  let current = byPosition.get(Number(new URLSearchParams(location.search).get('item'))) ?? byPosition.get(Number(words.current));
  for (const item of items) item.section.hidden = item !== current;
  const notice = new Notice();
  let credit = null; // seconds given back, as told last

  const outbox = new Outbox({ address, csrf, clock: face.clock,
    onState: (state) => savedState.show(state),
    onSettled: (kind, position, saved, save) => settled[kind]?.(byPosition.get(position), saved, save),
    onRefused: refuse,
    onEnded: () => ending.leave() });
  const answers = new Answers({ items, outbox, onChange: changed, tell });
  const annotations = new Annotations({ items, outbox, say, unsay: (text) => notice.unsay([text]), tell });
  const otherPages = new OtherPages({ address, byPosition, outbox, answers, annotations, clock: face.clock });
  const practice = new Practice({ items, outbox, address,
    say: (item, text) => { if (item === current) say(text); }, // else the candidate has gone on meanwhile
    onChecked: (item) => list.update(item) });
  const ending = new Ending({ items, outbox, face, address, say, recall: () => otherPages.recall() });

  face.clock.onForeign = () => say(words.foreign);
  face.clock.onReading((reading) => {
    notice.unsay(AWAY); // it is there, and so is who was signed out
    for (const input of document.querySelectorAll('input[name=_csrf]')) input.value = reading.csrf;
    tellCredit(reading.credited);
    if (reading.paused) outbox.drained().then(() => location.reload());
  });

  /** Until the candidate goes to another item. */
  function tellCredit(seconds) {
    if (seconds !== credit) $('credited').textContent = seconds ? words.credited.replace('{0}', inWords(seconds)) : '';
    credit = seconds;
  }

  /** Brings everything that shows the item in line with it. */
  function changed(item) {
    notice.unsay([words.incomplete]);
    item.count(words.chosen);
    savedState.refuse(items.filter((one) => one.refused).length);
    list.update(item);
    if (item === current && $('overview').hidden) show();
    ending.count();
  }

  function refuse(kind, position) {
    if (kind !== 'answer') return tell(position, words.notesRefused);
    byPosition.get(position).refused = true;
    changed(byPosition.get(position));
    return tell(position, words.refused);
  }

  const settled = {
    answer(item, saved, save) {
      savedState.acknowledged(item.position, saved);
      otherPages.tell({ position: item.position, saved });
      answers.settled(item, saved, save);
      if (saved.outcome === 'already-checked') {
        tell(item.position, words.checked, words.checkedMany);
        practice.show(item);
      }
    },
    notes(item, saved) {
      if (saved.outcome === 'out-of-sequence') {
        annotations.hear(item, saved.stored, true);
      } else {
        annotations.acknowledged(item, saved.stored);
        otherPages.tell({ position: item.position, notes: saved.stored });
      }
    },
    report(item) {
      notice.unsay([words.reportKept]);
      notice.tell(item.position, words.reported); // no need to go there: its button says so too
    },
  };

  /** About what the candidate does now. */
  function say(text) {
    notice.say(current.position, text);
    if (text) notice.reveal();
  }

  /** About what has happened to an item. */
  function tell(position, one, many) {
    notice.tell(position, one, many);
    if (position === current.position) notice.reveal();
  }

  function leaveItem() {
    notice.leave(current.position);
    $('credited').textContent = '';
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
    current.section.hidden = true;
  }

  /** Brings the bars in line with the current item. */
  function show() {
    for (const id of ['flag', 'previous', 'next', 'navigator-open', 'review-open']) $(id).setAttribute('form', current.form.id);
    $('place').textContent = words.place.replace('{0}', current.position).replace('{1}', total);
    $('flag').setAttribute('aria-pressed', current.flagged);
    for (const id of BARS) $(id).hidden = false;
    $('previous').disabled = current.position === 1;
    $('next').disabled = current.position === items.length;
    current.fit();
    list.current(current.position);
    document.title = `${$('place').textContent} – ${words.title}`;
  }

  /** Where the item begins. On a phone that is its scenario, as long as it is open. */
  function start() {
    const scenario = narrow.matches && current.section.querySelector('.scenario details[open] summary');
    return scenario || $(`title-${current.position}`);
  }

  function visit(item) {
    item.visited = true;
    list.update(item);
    outbox.visit(item.position);
  }

  function go(position, { remember = true } = {}) {
    const item = byPosition.get(position);
    if (!item) return;
    leaveItem();
    $('overview').hidden = true;
    current = item;
    current.section.hidden = false;
    show();
    annotations.show(current);
    practice.show(current);
    visit(current);
    if (remember) history.pushState({ position }, '', `${address}?item=${position}`);
    scrollTo(0, 0);
    start().focus({ preventScroll: true });
  }

  function review({ remember = true } = {}) {
    leaveItem();
    $('overview').hidden = false;
    for (const id of BARS) $(id).hidden = true;
    otherPages.recall();
    document.title = `${$('overview-title').textContent} – ${words.title}`;
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
    flag: () => { current.flagged = !current.flagged; answers.save(current); },
  };
  for (const [id, move] of Object.entries(moves)) {
    $(id).addEventListener('click', (event) => { event.preventDefault(); move(); });
  }

  for (const item of items) {
    item.form.addEventListener('change', () => answers.give(item));
    item.form.addEventListener('submit', (event) => event.preventDefault());
    item.form.elements.clear?.addEventListener('click', (event) => { event.preventDefault(); item.answer = []; answers.give(item); event.target.scrollIntoView({ block: 'nearest' }); });
    item.count(words.chosen);
  }

  $('overview').querySelector('a.back').addEventListener('click', (event) => { event.preventDefault(); go(current.position); });
  $('pause-form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    await Promise.race([outbox.drained(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    if (outbox.size || !(await face.clock.resynchronise())) return say(words.pauseOffline);
    addEventListener('pagehide', () => otherPages.tell({ exam: true }));
    return $('pause-form').submit();
  });

  /** What pages of this browser have not sent; in the end the candidate is here. */
  function takeIn(visits) {
    for (const position of visits) {
      if (byPosition.has(position)) visit(byPosition.get(position));
    }
    if (visits.length) visit(current);
    otherPages.recall();
  }

  addEventListener('popstate', ({ state }) => {
    if (state?.review) review({ remember: false });
    else if (state) go(state.position, { remember: false }); // none: a link within the page
  });

  addEventListener('pagehide', () => { if (ending.leaving) otherPages.tell({ exam: true }); });
  addEventListener('beforeunload', (event) => { if (outbox.size && !ending.leaving) event.preventDefault(); });

  recovered(() => {
    face.clock.recall();
    takeIn(outbox.keptVisits);
  }).catch(() => {}); // nothing else is kept
  outbox.ready.then(() => takeIn(outbox.visits));
  for (const item of items.filter(({ early }) => early)) {
    item.answer = item.early;
    answers.give(item);
  }

  // On a phone the scenario is one tap away, and open where it is met first.
  if (narrow.matches) {
    for (const item of items) if (item.position > Number(item.section.querySelector('.scenario')?.dataset.first)) item.section.querySelector('.scenario details').open = false;
  }
  narrow.addEventListener('change', () => {
    if (!narrow.matches) for (const scenario of document.querySelectorAll('.scenario details')) scenario.open = true;
  });
  new Shortcuts({ current: () => current, reviewing: () => !$('overview').hidden, annotations, face });
  current.visited = true;
  list.update(current);
  history.replaceState({ position: current.position }, '', `${address}?item=${current.position}`);
  measureBars();
  show();
  annotations.show(current);
  mathSet.finally(() => annotations.paint()); // formulas have another length than their TeX
  practice.show(current);
  addEventListener('resize', () => current.fit());
  keepOffline(address);
}

/** As CreditedTime says it. */
function inWords(seconds) {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
