const SIDES = { above: '.room-bar', below: '.room-moves' };

/** Tells the style sheet how much of the window the bars cover, which depends on their words: focus never hides there. */
export function measureBars() {
  const measure = () => {
    for (const [side, selector] of Object.entries(SIDES)) {
      const bar = document.querySelector(selector);
      const covers = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
      document.documentElement.style.setProperty(`--bar-${side}`, `${covers}px`);
    }
  };
  const seen = new ResizeObserver(measure);
  for (const selector of Object.values(SIDES)) seen.observe(document.querySelector(selector));
  addEventListener('resize', measure);
}
