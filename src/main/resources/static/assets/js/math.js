const MATH = 'code.math, code.language-math';

/**
 * Sets the TeX of a part of the page as MathML. What KaTeX does not understand stays as it was written, and without
 * scripts all of it does.
 */
export async function setMath(part) {
  const places = [...part.querySelectorAll(MATH)];
  if (!places.length) return;
  const { default: katex } = await import('../katex/dist/katex.mjs');
  for (const place of places) {
    const block = place.matches('pre > code');
    const math = document.createElement(block ? 'div' : 'span');
    math.className = block ? 'math-block' : 'math-inline';
    try {
      katex.render(place.textContent, math, { output: 'mathml', displayMode: block, throwOnError: true, strict: 'ignore', maxExpand: 500 });
      (block ? place.parentElement : place).replaceWith(math);
    } catch {
      // It stays TeX.
    }
  }
}

/** The page's own. */
export const mathSet = setMath(document);
