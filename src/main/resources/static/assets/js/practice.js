import { setMath } from './math.js';
import { watchScrollers } from './scrollers.js';

const $ = (id) => document.getElementById(id);

/** Practice: checks an answer, and shows key and rationales in its place. */
export class Practice {
  #outbox;
  #address;
  #say;
  #onChecked;

  /** @param say told (item, text) */
  constructor({ items, outbox, address, say, onChecked }) {
    this.#outbox = outbox;
    this.#address = address;
    this.#say = say;
    this.#onChecked = onChecked;
    for (const item of items) {
      item.fixed = item.checked;
      item.section.querySelector('button[value=check]')?.addEventListener('click', (event) => { event.preventDefault(); this.#check(item, event.target); });
    }
  }

  /** Fetches what there is to learn from an item that was checked before. */
  async show(item) {
    if (!item.section.querySelector('.solution') || item.section.querySelector('.solution').hasChildNodes()) return;
    const page = await this.#fetch(item, '/solution?part=true');
    if (!page?.ok || page.redirected) return; // not checked, or offline: the next visit tries again
    item.checked = true;
    item.fixed = true;
    item.section.querySelector('.solution').innerHTML = await page.text();
    setMath(item.section.querySelector('.solution'));
    watchScrollers(item.section.querySelector('.solution'));
    this.#onChecked(item);
  }

  async #check(item, button) {
    const { incomplete, checkOffline } = document.body.dataset;
    if (item.status !== 'answered') return this.#say(item, incomplete);
    button.disabled = true;
    await Promise.race([this.#outbox.drained(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    const checked = this.#outbox.size ? null : await this.#fetch(item, '/check', 'POST');
    button.disabled = false;
    if (!checked?.ok) return this.#say(item, checked?.status === 409 ? incomplete : checkOffline);
    item.checked = true;
    this.#say(item, '');
    await this.show(item);
    return $(`solution-${item.position}`)?.focus();
  }

  async #fetch(item, path, method = 'GET') {
    try {
      return await fetch(`${this.#address}/items/${item.position}${path}`, { method, headers: { 'X-XSRF-TOKEN': this.#outbox.csrf }, signal: AbortSignal.timeout(10_000) });
    } catch {
      return null;
    }
  }
}
