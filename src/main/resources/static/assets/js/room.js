import './exam-clock.js';
import './item-ordering.js';
import './saved-state.js';
import { Annotations } from './annotations.js';
import { measureBars } from './bars.js';
import { Ending } from './ending.js';
import { ExamItem } from './exam-item.js';
import { ItemList } from './item-list.js';
import { joinedAnswers, sameAnswer, saysTheSame } from './joined-answers.js';
import { mathSet } from './math.js';
import { keepOffline } from './offline.js';
import { Outbox } from './outbox.js';
import { Practice } from './practice.js';
import { Shortcuts } from './shortcuts.js';

const $ = (id) => document.getElementById(id);
const words = document.body.dataset;
const AWAY = [words.foreign, words.checkOffline, words.pauseOffline];
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
  const otherTabs = new BroadcastChannel(`rehearsal:${address}`);
  const face = document.querySelector('exam-clock');
  const savedState = document.querySelector('saved-state');
  const list = new ItemList(items, { onGo: (position) => go(position) });
  // A page that was kept for a time without a network was made for another item than the one that is asked for.
  let current = byPosition.get(Number(new URLSearchParams(location.search).get('item'))) ?? byPosition.get(Number(words.current));
  for (const item of items) item.section.hidden = item !== current;
  const adopted = new Set(); // positions of which the notice says so
  let credit = null; // seconds given back, as told last

  const outbox = new Outbox({ address, csrf, clock: face.clock,
    onState: (state) => savedState.show(state),
    onSettled: (kind, position, saved, save) => settled[kind]?.(byPosition.get(position), saved, save),
    onRefused: refuse,
    onEnded: () => ending.leave() });
  const annotations = new Annotations({ items, outbox, say: (text) => notify(current.position, text) });
  const practice = new Practice({ items, outbox, address, say: (text) => notify(current.position, text), onChecked: (item) => list.update(item) });
  const ending = new Ending({ items, outbox, face, address, say: (text) => notify(current.position, text), recall });

  face.clock.onForeign = () => notify(current.position, words.foreign);
  face.clock.onReading((reading) => {
    if (AWAY.includes($('notice').textContent)) $('notice').textContent = ''; // it is there, and so is who was signed out
    for (const input of document.querySelectorAll('input[name=_csrf]')) input.value = reading.csrf;
    tellCredit(reading.credited);
    if (reading.inProgress && !knowsAll(reading)) catchUp();
    if (reading.paused) outbox.drained().then(() => location.reload());
  });

  /** Until the candidate goes to another item. */
  function tellCredit(seconds) {
    if (seconds !== credit) $('credited').textContent = seconds ? words.credited.replace('{0}', inWords(seconds)) : '';
    credit = seconds;
  }

  function save(item) {
    outbox.put('answer', item.position, item.next());
    changed(item);
  }

  /** Brings everything that shows the item in line with it. */
  function changed(item) {
    item.count(words.chosen);
    savedState.refuse(items.filter((one) => one.refused).length);
    list.update(item);
    if (item === current && $('overview').hidden) show();
    ending.count();
  }

  function refuse(kind, position) {
    if (kind !== 'answer') return notify(position, words.notesRefused);
    byPosition.get(position).refused = true;
    changed(byPosition.get(position));
    return notify(position, words.refused);
  }

  const settled = {
    answer(item, saved, save) {
      savedState.acknowledged(item.position, saved);
      otherTabs.postMessage({ position: item.position, saved });
      if (saved.outcome === 'out-of-sequence') {
        settle(item, saved, save);
      } else {
        item.stored(saved);
        const next = outbox.waiting('answer', item.position);
        if (next) next.base = item.base;
      }
      if (saved.outcome === 'already-checked') {
        take(item, saved);
        notify(item.position, words.checked);
        practice.show(item);
      }
    },
    notes(item, saved) {
      if (saved.outcome !== 'out-of-sequence') {
        annotations.acknowledged(item, saved.stored);
        otherTabs.postMessage({ position: item.position, notes: saved.stored });
      } else {
        tellNotes(item, annotations.join(item, saved.stored));
      }
    },
    report(item) {
      notify(item.position, words.reported);
    },
  };

  function take(item, saved) {
    item.adopt(saved);
    changed(item);
  }

  /** What was given before, put as it is now. */
  function putAgain(item, { givenAt }) {
    outbox.put('answer', item.position, { ...item.next(), givenAt });
  }

  /** The item was answered elsewhere too, since this page last knew what was stored. */
  function settle(item, saved, mine) {
    const foreign = item.stored(saved);
    const both = foreign ? joinedAnswers(mine.base, mine, saved, item.ordered) : mine;
    take(item, { ...both, sequence: saved.sequence });
    if (!saysTheSame(both, saved, item.ordered)) putAgain(item, both);
    if (!foreign) return;
    if (!sameAnswer(both.answer, mine.answer, item.ordered)) tellAdopted(item);
    else if (!sameAnswer(both.answer, saved.answer, item.ordered)) notify(item.position, words.overruled);
  }

  /** What another page has stored; if this one has something to send, that settles it. */
  function hear(item, saved) {
    if (!(saved.sequence > item.base.sequence) || outbox.waiting('answer', item.position)) return false;
    const news = !item.shows(saved);
    item.stored(saved);
    if (news) take(item, saved);
    return news;
  }

  function tellAdopted({ position }) {
    if (!$('notice').textContent) adopted.clear();
    adopted.add(position);
    notify(position, adopted.size > 1 ? words.adoptedMany.replace('{0}', [...adopted].sort((one, other) => one - other).join(', ')) : words.adopted);
  }

  function tellNotes({ position }, what) {
    if (what) notify(position, what === 'joined' ? words.notesJoined : words.notesAdopted);
  }

  /** What another device has stored meanwhile. */
  async function catchUp() {
    try {
      const response = await fetch(`${address}/saved`, { headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(10_000) });
      const { answers, notes } = await response.json();
      for (const { position, given, ...saved } of answers) {
        if (hear(byPosition.get(position), { givenAt: given, ...saved })) tellAdopted(byPosition.get(position));
      }
      for (const { position, ...stored } of notes) tellNotes(byPosition.get(position), annotations.hear(byPosition.get(position), stored));
    } catch {
      // The next reading of the clock tries again.
    }
  }

  function knowsAll({ saves }) {
    return saves <= items.reduce((sum, { base }) => sum + base.sequence, annotations.known);
  }

  otherTabs.addEventListener('message', ({ data: { position, saved, notes, changed: exam } }) => {
    const item = byPosition.get(position);
    if (saved) hear(item, saved);
    if (notes) annotations.hear(item, notes);
    if (exam) face.clock.resynchronise();
  });

  /** Stays until the candidate has been at the item and left it. */
  function notify(position, text) {
    const said = text.replace('{0}', position);
    $('notice').dataset.position = position;
    if ($('notice').textContent !== said) $('notice').textContent = said; // nobody needs to hear it again
    if (said && position === current.position) $('notice').scrollIntoView({ block: 'nearest' }); // what asked for it may be far below
  }

  function leaveItem() {
    if (Number($('notice').dataset.position) === current.position) $('notice').textContent = '';
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
    $(`title-${position}`).focus({ preventScroll: true });
  }

  /** Takes in what this page does not show: it is older than that, or another page could not send it. */
  function recall() {
    for (const kept of outbox.kept()) {
      const { kind, position, saved, name, own, ...save } = kept;
      const item = byPosition.get(position);
      if (!item || own) continue;
      if (kind === 'report') {
        if (!outbox.waiting(kind, position, save)) outbox.put(kind, position, save);
        continue;
      }
      if (kind === 'notes') annotations.recall(item, { ...save, saved });
      else if (saved) hear(item, save);
      else recallAnswer(item, save);
      const known = kind === 'notes' ? annotations.has(item, save) : save.sequence <= item.served;
      if (!saved || known) outbox.release(kept);
    }
  }

  function recallAnswer(item, kept) {
    const own = outbox.waiting('answer', item.position);
    item.visited = true;
    if (own) {
      const both = joinedAnswers(kept.base, kept, own, item.ordered);
      if (saysTheSame(both, own, item.ordered)) return;
      take(item, { ...both, sequence: kept.sequence });
      putAgain(item, both);
      return;
    }
    outbox.put('answer', item.position, kept);
    if (kept.base.sequence < item.base.sequence) return; // the server has something newer, and its answer settles it
    item.base = kept.base;
    item.own.push(kept);
    take(item, kept);
  }

  function review({ remember = true } = {}) {
    leaveItem();
    $('overview').hidden = false;
    for (const id of BARS) $(id).hidden = true;
    recall();
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
    flag: () => { current.flagged = !current.flagged; save(current); },
  };
  for (const [id, move] of Object.entries(moves)) {
    $(id).addEventListener('click', (event) => { event.preventDefault(); move(); });
  }

  for (const item of items) {
    item.form.addEventListener('change', () => save(item));
    item.form.addEventListener('submit', (event) => event.preventDefault());
    item.form.elements.clear?.addEventListener('click', (event) => { event.preventDefault(); item.answer = []; save(item); event.target.scrollIntoView({ block: 'nearest' }); });
    item.count(words.chosen);
  }

  $('overview').querySelector('a.back').addEventListener('click', (event) => { event.preventDefault(); go(current.position); });
  $('pause-form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    await Promise.race([outbox.drained(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    if (outbox.size || !(await face.clock.resynchronise())) return notify(current.position, words.pauseOffline);
    addEventListener('pagehide', () => otherTabs.postMessage({ changed: true }));
    return $('pause-form').submit();
  });

  addEventListener('popstate', ({ state }) => {
    if (state?.review) review({ remember: false });
    else if (state) go(state.position, { remember: false }); // none: a link within the page
  });

  addEventListener('pagehide', () => { if (ending.leaving) otherTabs.postMessage({ changed: true }); });
  addEventListener('beforeunload', (event) => { if (outbox.size && !ending.leaving) event.preventDefault(); });

  for (const position of outbox.visits) {
    if (byPosition.has(position)) visit(byPosition.get(position));
  }
  if (outbox.visits.length) visit(current); // it is where the candidate is now
  recall();

  // On a phone the scenario is one tap away, and open where it is met first.
  if (matchMedia('(max-width: 59.99rem)').matches) {
    for (const item of items) if (item.position > Number(item.section.querySelector('.scenario')?.dataset.first)) item.section.querySelector('.scenario details').open = false;
  }
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
