const SCROLLS = 'pre, .prose .scroll, .math-block';
const words = document.querySelector('meta[name=scrolls]').dataset;
const seen = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));

/** What is wider than its place can be scrolled by keyboard too, in every browser. */
export function watchScrollers(root = document) {
  for (const part of root.querySelectorAll(SCROLLS)) seen.observe(part);
}

function mark(part) {
  if (part.scrollWidth > part.clientWidth) {
    part.tabIndex = 0;
    part.setAttribute('role', 'group');
    part.setAttribute('aria-label', part.matches('pre') ? words.code : part.matches('.scroll') ? words.table : words.formula);
  } else if (part.getAttribute('role') === 'group') {
    for (const name of ['tabindex', 'role', 'aria-label']) part.removeAttribute(name);
  }
}

watchScrollers();
