import { paintAll } from './highlights.js';
import { mathSet } from './math.js';

// Formulas have another length than their TeX.
mathSet.finally(() => paintAll([...document.querySelectorAll('[data-highlights]')]));
