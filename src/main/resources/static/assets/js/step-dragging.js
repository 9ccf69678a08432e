/** From here on a press is meant to drag: fingers and hands are never quite still. */
const THRESHOLD = 6;

/**
 * Lets people drag steps to their places, and out of them. It adds to the buttons and takes nothing from them:
 * a press that does not move stays a press. With a finger only the grip drags, so that all else scrolls the page.
 * `dropped(id, place)` hears of each drop; place is -1 where no place is.
 */
export function letDrag(ordering, dropped) {
  let drag = null;
  let hasDragged = false;

  ordering.addEventListener('pointerdown', (event) => {
    hasDragged = false;
    const step = event.target.closest('[data-step]');
    const onButton = event.target.closest('.slot button');
    const byFinger = event.pointerType === 'touch' && !event.target.closest('.grip');
    if (ordering.closest('.fixed') || !step || onButton || byFinger || drag || event.button !== 0 || !event.isPrimary) return;
    const listening = new AbortController();
    drag = { step, x: event.clientX, y: event.clientY, pointer: event.pointerId, image: null, listening };
    // On the document, since the first move may lead out of the ordering already.
    const { signal } = listening;
    document.addEventListener('pointermove', move, { signal });
    document.addEventListener('pointerup', drop, { signal });
    document.addEventListener('pointercancel', end, { signal });
    document.addEventListener('keydown', (key) => {
      if (key.key === 'Escape' && drag.image) {
        key.stopImmediatePropagation();
        end();
      }
    }, { signal, capture: true });
  });

  // The end of a drag is no press.
  ordering.addEventListener('click', (event) => {
    if (hasDragged) event.stopImmediatePropagation();
  }, { capture: true });
  ordering.addEventListener('dragstart', (event) => event.preventDefault());

  function move(event) {
    if (drag.pointer !== event.pointerId) return;
    if (!drag.image && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < THRESHOLD) return;
    if (!drag.image) lift();
    drag.image.style.translate = `${event.clientX - drag.x}px ${event.clientY - drag.y}px`;
    const over = placeAt(event);
    for (const slot of slots()) slot.classList.toggle('target', slot === over);
  }

  function drop(event) {
    if (drag.pointer !== event.pointerId) return;
    const id = drag.step.dataset.step;
    const place = slots().indexOf(placeAt(event));
    const isDrag = drag.image !== null;
    end();
    if (isDrag) dropped(id, place);
  }

  function lift() {
    hasDragged = true;
    const box = drag.step.getBoundingClientRect();
    drag.image = drag.step.cloneNode(true);
    drag.image.classList.add('dragged');
    drag.image.inert = true;
    Object.assign(drag.image.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px` });
    ordering.append(drag.image);
    drag.step.classList.add('lifted');
  }

  function end() {
    drag.listening.abort();
    drag.image?.remove();
    drag.step.classList.remove('lifted');
    for (const slot of slots()) slot.classList.remove('target');
    drag = null;
  }

  function slots() {
    return [...ordering.querySelectorAll('ol > .slot')];
  }

  /** The nearest place, as long as one is over the list of places at all. */
  function placeAt(event) {
    const list = ordering.querySelector('ol').getBoundingClientRect();
    const inside = event.clientX >= list.left && event.clientX <= list.right
      && event.clientY >= list.top && event.clientY <= list.bottom;
    const distance = (slot) => {
      const box = slot.getBoundingClientRect();
      return Math.abs(event.clientY - (box.top + box.bottom) / 2);
    };
    return inside ? slots().toSorted((a, b) => distance(a) - distance(b))[0] : undefined;
  }
}
