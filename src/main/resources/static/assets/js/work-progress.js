/**
 * Shows how far the work is that the form around it has asked for: first what was sent,
 * then what the server tells line by line. Without this script the form is sent as any
 * other, and so it is if the server refuses, since its page says why.
 */
class WorkProgress extends HTMLElement {
  connectedCallback() {
    this.form = this.closest('form');
    this.form.addEventListener('submit', (event) => this.begin(event));
    // Who comes back to the page finds it as it was.
    window.addEventListener('pageshow', () => this.rest(''));
  }

  begin(event) {
    if (this.form.ariaBusy === 'true') {
      event.preventDefault();
      return;
    }
    this.form.ariaBusy = 'true';
    this.hidden = false;
    this.querySelector('progress').hidden = false;
    this.step('working');
    if (this.dataset.told === 'true') {
      event.preventDefault();
      this.send(new FormData(this.form, event.submitter));
    }
  }

  send(data) {
    this.heard = 0;
    this.news = {};
    const files = [...data.values()].some((value) => value instanceof File);
    const request = new XMLHttpRequest();
    request.open('POST', this.form.action);
    request.setRequestHeader('Accept', 'application/x-ndjson');
    request.upload.addEventListener('progress', (sent) => {
      if (files && sent.lengthComputable) {
        this.step(sent.loaded < sent.total ? 'sending' : 'reading', sent.loaded, sent.total);
      }
    });
    request.addEventListener('progress', () => this.hear(request.responseText));
    request.addEventListener('load', () => this.end(this.hear(request.responseText)));
    request.addEventListener('error', () => this.rest(this.dataset.broken));
    request.send(files ? data : new URLSearchParams(data));
  }

  /** Reads the lines that have come since; returns the newest of all. */
  hear(text) {
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(this.heard, end).split('\n').filter((line) => line);
    this.heard = end;
    for (const line of lines) {
      try {
        this.news = JSON.parse(line);
      } catch {
        this.news = {}; // no lines of ours, but a page that says what is wrong
      }
      const { step, done, of } = this.news;
      if (step) this.step(step === 'read' ? 'reading' : 'writing', done, of);
    }
    return this.news;
  }

  end(news) {
    if (news.location) {
      location.assign(news.location);
    } else {
      this.form.submit();
    }
  }

  step(name, done, of) {
    const word = this.dataset[name];
    const status = this.querySelector('.step');
    if (status.textContent !== word) {
      status.textContent = word;
    }
    const bar = this.querySelector('progress');
    const known = of > 0 && done < of;
    if (known) {
      bar.max = of;
      bar.value = done;
    } else {
      bar.removeAttribute('value');
    }
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
    const say = name === 'sending' ? megabytes : (number) => number.toLocaleString('en');
    this.querySelector('.count').textContent = known
      ? this.dataset.count.replace('{0}', say(done)).replace('{1}', say(of)) : '';
  }

  rest(words) {
    this.form.ariaBusy = 'false';
    this.hidden = words === '';
    this.querySelector('.step').textContent = words;
    this.querySelector('.count').textContent = '';
    this.querySelector('progress').hidden = words !== '';
  }
}

customElements.define('work-progress', WorkProgress);
