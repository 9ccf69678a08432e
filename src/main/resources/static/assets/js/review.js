import { paintAll } from './highlights.js';

paintAll([...document.querySelectorAll('[data-highlights]')]);
