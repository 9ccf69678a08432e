const NAME = 'rehearsal';
const CHANGE = 'change'; // how many changes there were: a copy that knows of more is the newer one
const ENDED = Number.MAX_SAFE_INTEGER;
const PATIENCE = 1_000; // milliseconds that a page waits for the copy

let opening;

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
    this.#copy(name, text);
  }

  drop(name) {
    try {
      localStorage.removeItem(this.#prefix + name);
      this.#copy(name, null);
    } catch {
      // Nothing was kept.
    }
  }

  /** All of it, when the exam has ended. */
  forget() {
    try {
      for (const name of this.names) localStorage.removeItem(this.#prefix + name);
      localStorage.setItem(this.#prefix + CHANGE, ENDED); // should the page be left before the copy is deleted
      this.#forgetCopy().catch(() => {});
    } catch {
      // Nothing was kept.
    }
  }

  #copy(name, text) {
    const change = Number(this.get(CHANGE)) + 1;
    if (change > ENDED) return;
    localStorage.setItem(this.#prefix + CHANGE, change);
    open().then((database) => store(database, 'readwrite').put({ address: this.#address, name, change, text })).catch(() => {});
  }

  /** Takes back what localStorage has lost: changes of the copy, the oldest first. */
  async recover(changes) {
    const known = Number(this.get(CHANGE));
    if (known === ENDED) return this.#forgetCopy();
    for (const { name, change, text } of changes.filter(({ change }) => change > known)) {
      if (text === null) localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, text);
      localStorage.setItem(this.#prefix + CHANGE, change);
    }
  }

  async #forgetCopy() {
    const all = IDBKeyRange.bound([this.#address], [this.#address, []]); // an array comes after every text
    await done(store(await open(), 'readwrite').delete(all));
    localStorage.removeItem(this.#prefix + CHANGE);
  }
}

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('change', { keyPath: ['address', 'name'] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
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

async function recover() {
  const changes = await done(store(await open(), 'readonly').getAll());
  changes.sort((one, other) => one.change - other.change);
  const ended = Object.keys(localStorage).filter((key) => localStorage.getItem(key) === String(ENDED)).map((key) => key.split(':')[1]);
  for (const address of new Set([...changes.map((change) => change.address), ...ended])) {
    await new Kept(address).recover(changes.filter((change) => change.address === address));
  }
}

// Before any page that imports this reads what is kept.
await Promise.race([recover().catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
