const AGAIN = 2_000; // milliseconds between two looks for the server

/**
 * Has a form that ends the exam wait until all is sent that this browser has of it.
 *
 * @param told the element that says what is waited for
 * @param delivery promise of the {clock, outbox} that send it
 */
export function sendFirst(form, told, delivery) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    form.querySelector('button').disabled = true;
    const { clock, outbox } = await delivery;
    const waiting = () => { if (!clock.foreign) told.textContent = told.dataset.waiting; };
    if (outbox.size) waiting();
    await outbox.drained();
    let reading;
    while (!(reading = await clock.resynchronise())) {
      waiting();
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
    form.elements._csrf.value = reading.csrf;
    form.submit();
  });
  delivery.then(({ clock }) => {
    clock.onForeign = () => { told.textContent = told.dataset.foreign; };
    clock.onReading(() => { if (told.textContent === told.dataset.foreign) told.textContent = ''; }); // who was signed out is back
  });
  form.dataset.ready = ''; // who pressed the button before would end the exam without what waits here
}
