import { completions } from './pack-completion.js';

/** A text of a pack with line numbers, colours, completion, and problems at their lines while one types. */
class PackEditor extends HTMLElement {
  connectedCallback() {
    this.form = this.closest('form');
    this.area = this.querySelector('textarea');
    this.said = document.querySelector('#editor-said');
    this.saved = this.dataset.unsaved === 'true' ? null : this.area.value;
    this.editor = window.CodeMirror.fromTextArea(this.area, {
      // So that what scrolls can be focused, and screen readers read lines.
      inputStyle: 'contenteditable', mode: 'yaml', lineNumbers: true, indentUnit: 2, tabSize: 2, lineWrapping: true, viewportMargin: 50,
      screenReaderLabel: this.dataset.label, gutters: ['CodeMirror-lint-markers', 'CodeMirror-linenumbers'],
      lint: { getAnnotations: (text, update) => this.check(text, update), async: true, delay: 500, highlightLines: true },
      hintOptions: { hint: (editor) => this.complete(editor), completeSingle: false, container: this.form },
      extraKeys: {
        'Ctrl-Space': 'autocomplete', 'Ctrl-S': () => this.save(), 'Cmd-S': () => this.save(),
        Tab: (editor) => editor.execCommand(editor.somethingSelected() ? 'indentMore' : 'insertSoftTab'),
        'Shift-Tab': 'indentLess',
        // Whoever works without a mouse gets out of the text with Escape and Tab.
        Esc: () => this.leave(),
      },
    });
    Object.entries({ role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.dataset.label })
      .forEach(([name, value]) => this.editor.getInputField().setAttribute(name, value));
    this.querySelector('label').addEventListener('click', () => this.editor.focus());
    this.editor.on('inputRead', (editor, change) => {
      if (/^[\w-]$/.test(change.text[0]) && !editor.state.completionActive) {
        editor.showHint();
      }
    });
    this.editor.on('change', () => this.say(this.isChanged() ? this.dataset.saidChanged : ''));
    this.form.addEventListener('submit', (event) => this.submit(event));
    window.addEventListener('beforeunload', (event) => {
      if (this.isChanged() && !this.leaving) {
        event.preventDefault();
      }
    });
    document.querySelector('#problems').addEventListener('click', (event) => this.jump(event));
    this.goTo(Number(new URLSearchParams(location.search).get('line')), 1);
    this.schema = fetch(this.dataset.schema).then((response) => response.json()).catch(() => null);
  }

  isChanged() {
    return this.editor.getValue() !== this.saved;
  }

  say(text) {
    this.said.textContent = text;
  }

  leave() {
    const keep = document.querySelector('.editor-actions button.primary');
    this.editor.getInputField().blur();
    keep.focus();
  }

  submit(event) {
    this.editor.save();
    if (event.submitter?.value === 'keep') {
      event.preventDefault();
      this.save();
    } else {
      this.leaving = true;
    }
  }

  goTo(line, column) {
    if (line > 0) {
      this.editor.setCursor({ line: line - 1, ch: column - 1 });
      this.editor.scrollIntoView(null, 120);
      this.editor.focus();
    }
  }

  jump(event) {
    const place = event.target.closest('li[data-file]');
    if (event.target.closest('a') && place?.dataset.file === this.form.elements.file.value) {
      event.preventDefault();
      this.goTo(Number(place.dataset.line), Number(place.dataset.column));
    }
  }

  async post(address) {
    const body = new URLSearchParams(new FormData(this.form));
    body.set('text', this.editor.getValue());
    const response = await fetch(address, { method: 'POST', headers: { Accept: 'application/json' }, body });
    return { status: response.status, told: (response.headers.get('Content-Type') ?? '').includes('json') ? await response.json() : null };
  }

  /** Never two at once: what is typed meanwhile is checked when the answer is there. */
  async check(text, update) {
    this.waiting = { text, update };
    if (this.checking) {
      return;
    }
    this.checking = true;
    while (this.waiting) {
      const { update: show } = this.waiting;
      this.waiting = null;
      try {
        const { told } = await this.post(this.dataset.check);
        if (told && !this.waiting) {
          this.show(told);
          show(this.editor, this.annotations(told));
        }
      } catch {
        // The network is away; the next change asks again.
      }
    }
    this.checking = false;
  }

  annotations(told) {
    const file = this.form.elements.file.value;
    return told.problems.filter((problem) => problem.file === file).map((problem) => {
      const line = Math.min(problem.line, this.editor.lineCount()) - 1;
      const text = this.editor.getLine(line);
      const from = Math.min(problem.column - 1, text.length);
      const word = /^[\w-]+:?|^\S+/.exec(text.slice(from));
      return { message: problem.sentence, severity: 'error', from: { line, ch: from }, to: { line, ch: from + (word ? word[0].length : 1) } };
    });
  }

  show(told) {
    const list = document.querySelector('#problems ul');
    list.replaceChildren(...told.problems.map((problem) => this.entry(problem)));
    document.querySelector('#problems .sound').hidden = told.problems.length > 0;
    const counts = new Map();
    told.problems.forEach((problem) => counts.set(problem.file, (counts.get(problem.file) ?? 0) + 1));
    document.querySelectorAll('.file-list [data-path]').forEach((link) => {
      const count = link.querySelector('.count');
      count.firstElementChild.textContent = counts.get(link.dataset.path) ?? 0;
      count.hidden = !counts.has(link.dataset.path);
    });
  }

  entry(problem) {
    const item = document.createElement('li');
    Object.assign(item.dataset, { file: problem.file, line: problem.line, column: problem.column });
    const link = document.createElement('a');
    link.textContent = `${problem.file}:${problem.line}:${problem.column}`;
    link.href = `?${new URLSearchParams({ file: problem.file, line: problem.line })}`;
    const sentence = document.createElement('span');
    sentence.textContent = problem.sentence;
    item.append(link, ' ', sentence);
    return item;
  }

  async save() {
    const text = this.editor.getValue();
    try {
      const { status, told } = await this.post(this.dataset.save);
      if (status === 200) {
        this.saved = text;
        document.querySelectorAll('input[name="revision"]').forEach((input) => {
          input.value = told.revision;
        });
        this.say(this.dataset.saidKept);
        this.show(told);
      } else {
        this.say(status === 409 ? this.dataset.saidStale : this.dataset.saidFailed);
      }
    } catch {
      this.say(this.dataset.saidFailed);
    }
  }

  async complete(editor) {
    const schema = await this.schema;
    const cursor = editor.getCursor();
    const lines = editor.getValue().split('\n');
    const found = schema ? completions(schema, lines, cursor.line, cursor.ch) : null;
    const hints = found && { list: found.list, from: { line: cursor.line, ch: found.from }, to: cursor };
    if (hints) {
      window.CodeMirror.on(hints, 'shown', () => this.form.querySelector('.CodeMirror-hints').setAttribute('aria-label', this.dataset.words));
    }
    return hints;
  }
}

customElements.define('pack-editor', PackEditor);
