import { forget } from './outbox.js';

forget(document.querySelector('[data-forget]').dataset.forget);
