// How the pages look in this browser. Not a module: it has to be done before anything is painted.
(() => {
  const STORE = 'rehearsal:display';
  const root = document.documentElement;
  const recall = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)) ?? {};
    } catch {
      return {};
    }
  };
  const apply = (settings) => Object.assign(root.dataset, settings);
  root.classList.add('scripted'); // what needs a script is shown from the start, so that nothing moves later
  apply(recall());

  const menu = () => document.querySelector('details.menu[open]');
  addEventListener('click', ({ target }) => {
    if (menu() && !menu().contains(target)) menu().open = false;
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu()) return;
    menu().querySelector('summary').focus();
    menu().open = false;
  });

  addEventListener('DOMContentLoaded', () => {
    const dialog = document.getElementById('display');
    const form = dialog?.querySelector('.display-form form');
    if (!form) return;
    const settings = { theme: 'system', size: 'normal', contrast: 'normal', ...recall() };
    for (const [name, value] of Object.entries(settings)) {
      for (const control of form.querySelectorAll(`[name="${name}"]`)) control.checked = control.value === value;
    }
    form.addEventListener('change', () => {
      const chosen = Object.fromEntries(new FormData(form));
      apply(chosen);
      try {
        localStorage.setItem(STORE, JSON.stringify(chosen));
      } catch {
        // It holds for this page then.
      }
    });
    document.getElementById('display-open').addEventListener('click', () => dialog.showModal());
  });
})();
