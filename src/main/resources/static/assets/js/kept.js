const NAME = 'rehearsal';
const CHANGE = 'change'; // the number of the last one: a copy with a higher one knows more
const ENDED = Number.MAX_SAFE_INTEGER;
const PATIENCE = 3_000; // milliseconds
const CERTAIN = 3_600_000; // milliseconds after which localStorage is on the disk

let opening = null;
let recovering = null;
let onLost = () => {};

/**
 * What the browser keeps of one exam: answers, notes, reports, visits and the clock, each a text with a name. They
 * stand in localStorage, which answers at once. But Chromium writes that to the disk up to a minute late, and loses the
 * rest if it is killed or the machine goes off; so every change goes to IndexedDB too, which is on the disk at once.
 */
export class Kept {
  #address;
  #prefix;

  constructor(address) {
    this.#address = address;
    this.#prefix = `${NAME}:${address}:`;
  }

  /** None if the browser keeps nothing. */
  get names() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix)).map((key) => key.slice(this.#prefix.length));
    } catch {
      return [];
    }
  }

  /** A text, or null; fails where the browser keeps nothing. */
  get(name) {
    return localStorage.getItem(this.#prefix + name);
  }

  /** Fails where the browser keeps nothing, or has no more room. */
  put(name, text) {
    localStorage.setItem(this.#prefix + name, text);
    this.#copy(name, text).catch(() => {});
  }

  drop(name) {
    try {
      localStorage.removeItem(this.#prefix + name);
      this.#copy(name, null).catch(() => {});
    } catch {
      // Nothing was kept.
    }
  }

  /** All of it, when the exam has ended. */
  forget() {
    this.#clear();
    try {
      localStorage.setItem(this.#prefix + CHANGE, ENDED); // should the page be left before the copy is deleted
      this.#forgetCopy().catch(() => {});
    } catch {
      // Nothing was kept.
    }
  }

  /**
   * Takes back what localStorage has lost.
   *
   * @param changes of the copy, the oldest first
   * @return whether there was any
   */
  recover(changes) {
    const known = Number(this.get(CHANGE));
    const ended = changes.find(({ change }) => change === ENDED);
    if (ended || known === ENDED) {
      const cameBack = this.names.length > 0;
      this.#clear();
      if (!ended) this.#forgetCopy().catch(() => {});
      else if (!cameBack && Date.now() - ended.text > CERTAIN) this.#forgetEnd().catch(() => {});
      return false;
    }
    const lost = changes.filter(({ change }) => change > known);
    for (const { name, change, text } of lost) {
      if (text === null) localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, text);
      localStorage.setItem(this.#prefix + CHANGE, change);
    }
    return lost.length > 0;
  }

  /** No change gets a number before it is known which were lost. That of the time keeps two tabs apart. */
  async #copy(name, text) {
    await recovered();
    const change = Math.max(Date.now(), Number(this.get(CHANGE)) + 1);
    if (change > ENDED) return;
    localStorage.setItem(this.#prefix + CHANGE, change);
    store(await open(), 'readwrite').put({ address: this.#address, name, change, text });
  }

  #clear() {
    for (const name of this.names) localStorage.removeItem(this.#prefix + name);
  }

  /** But that it has ended: should localStorage come back as it was a minute before, it knows better. */
  async #forgetCopy() {
    try {
      const changes = store(await open(), 'readwrite');
      changes.delete(this.#all);
      await done(changes.put({ address: this.#address, name: CHANGE, change: ENDED, text: Date.now() }));
    } finally {
      localStorage.removeItem(this.#prefix + CHANGE);
    }
  }

  async #forgetEnd() {
    store(await open(), 'readwrite').delete(this.#all);
  }

  get #all() {
    return IDBKeyRange.bound([this.#address], [this.#address, []]); // an array comes after every text
  }
}

/**
 * Resolves when what localStorage had lost is there again; fails where there is no copy.
 *
 * @param listener called if there was any
 */
export function recovered(listener) {
  onLost = listener ?? onLost;
  recovering ??= recover().catch((failure) => {
    recovering = null; // the next change tries again
    throw failure;
  });
  return recovering;
}

/** The same, where nothing can begin before: but not for long. */
export async function recoveredSoon() {
  await Promise.race([recovered().catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function recover() {
  const changes = await done(store(await open(), 'readonly').getAll());
  changes.sort((one, other) => one.change - other.change);
  let lost = false;
  for (const address of new Set([...changes.map((change) => change.address), ...addressesOfEnded()])) {
    if (new Kept(address).recover(changes.filter((change) => change.address === address))) lost = true;
  }
  if (lost) onLost();
}

function addressesOfEnded() {
  return Object.keys(localStorage).filter((key) => localStorage.getItem(key) === String(ENDED)).map((key) => key.split(':')[1]);
}

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('change', { keyPath: ['address', 'name'] });
    request.onsuccess = () => {
      request.result.onclose = () => { opening = null; };
      resolve(request.result);
    };
    request.onerror = () => {
      opening = null;
      reject(request.error);
    };
  });
  opening.catch(() => { opening = null; }); // there may be no IndexedDB at all
  return opening;
}

function store(database, mode) {
  return database.transaction('change', mode, { durability: 'strict' }).objectStore('change');
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
