import './item-ordering.js';

/** Asks whether a file of the pack has changed, and shows the pack anew if one has. The place on the page stays. */
const { version, watch } = document.body.dataset;

const ask = async () => {
  try {
    const answer = await fetch(watch, { cache: 'no-store' });
    if (answer.ok && (await answer.text()) !== version) {
      location.reload();
      return;
    }
  } catch {
    // The preview has ended, or is started again.
  }
  setTimeout(ask, 500);
};

if (watch) {
  ask();
}

// Nobody takes answers here.
document.addEventListener('submit', (event) => {
  if (event.target.method !== 'dialog') event.preventDefault();
});
