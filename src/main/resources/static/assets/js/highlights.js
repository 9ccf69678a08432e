/** Highlights are kept as `part:from-to`, in characters of the part's text, and painted without touching the page. */

/** In the order of the page. */
export const PARTS = { scenario: '.scenario .prose', stem: '.stem' };

export function marksOf(text) {
  return text.split(' ').filter(Boolean);
}

/** What is selected in an item: {part, from, to}, or null. */
export function selected(section) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  for (const [part, selector] of Object.entries(PARTS)) {
    const element = section.querySelector(selector);
    if (element && range.intersectsNode(element)) {
      const from = element.contains(range.startContainer) ? offset(element, range.startContainer, range.startOffset) : 0;
      const to = element.contains(range.endContainer) ? offset(element, range.endContainer, range.endOffset) : element.textContent.length;
      if (to > from) return { part, from, to };
    }
  }
  return null;
}

/** Adds a highlight, or takes it away where all of it is highlighted already. */
export function toggled(marks, { part, from, to }) {
  const others = marks.filter((mark) => !mark.startsWith(`${part}:`));
  const own = marks.filter((mark) => mark.startsWith(`${part}:`)).map(bounds).map((one) => [one.from, one.to]);
  const around = own.find(([start, end]) => start <= from && to <= end);
  const kept = around
    ? own.flatMap((one) => (one === around ? [[one[0], from], [to, one[1]]] : [one])).filter(([start, end]) => end > start)
    : merged([...own, [from, to]]);
  return [...others, ...kept.map(([start, end]) => `${part}:${start}-${end}`)];
}

/** Adds a highlight that may be there already. */
export function marked(marks, mark) {
  const { part, from, to } = bounds(mark);
  const there = marks.map(bounds).some((one) => one.part === part && one.from <= from && to <= one.to);
  return there ? marks : toggled(marks, { part, from, to });
}

/** Paints marks, and nothing else. */
export function paint(section, marks) {
  if (!globalThis.Highlight) return;
  CSS.highlights.set('candidate', new Highlight(...marks.map((mark) => rangeOf(section, bounds(mark))).filter(Boolean)));
}

/** Paints the marks of several sections at once. */
export function paintAll(sections) {
  if (!globalThis.Highlight) return;
  const ranges = sections.flatMap((section) => marksOf(section.dataset.highlights ?? '').map((mark) => rangeOf(section, bounds(mark))));
  CSS.highlights.set('candidate', new Highlight(...ranges.filter(Boolean)));
}

function bounds(mark) {
  const [part, span] = mark.split(':');
  const [from, to] = span.split('-').map(Number);
  return { part, from, to };
}

function merged(spans) {
  const result = [];
  for (const [from, to] of spans.sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function offset(element, container, at) {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(container, at);
  return before.toString().length;
}

/** The text between two characters of a part of an item; null if it does not have as many. */
export function rangeOf(section, { part, from, to }) {
  const element = section.querySelector(PARTS[part]);
  if (!element || to > element.textContent.length) return null;
  const found = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = passed + node.length;
    if (from >= passed && from < end) found.setStart(node, from - passed);
    if (to > passed && to <= end) {
      found.setEnd(node, to - passed);
      return found;
    }
    passed = end;
  }
  return null;
}
