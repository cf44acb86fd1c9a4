/**
 * Runs in the page, in one go: what the rows of a list say, whose elements are used again for other rows.
 * `texts`: of all rows from above, each as the pieces that `part` selects.
 * `place`: of the first row, from above, that says so.
 * `fold`: whether that row of a tree is `closed`, `open` with what is in it drawn, or `filling`.
 */
export function askRows(rows, { ask, part, says = { source: '', flags: '' } }) {
  const wanted = new RegExp(says.source, says.flags);
  const saying = (row) => (part === undefined ? row : row.querySelector(part))?.textContent ?? '';
  // a row that sticks to the top is there twice
  const fromAbove = rows
    .filter((row) => !row.classList.contains('monaco-tree-sticky-row'))
    .map((row) => ({ row, place: Number(row.getAttribute('data-index')) }))
    .sort((a, b) => a.place - b.place);
  if (ask === 'texts') return fromAbove.map(({ row }) => (part === undefined ? [row] : [...row.querySelectorAll(part)]).map((piece) => piece.innerText));
  const found = fromAbove.find(({ row }) => wanted.test(saying(row)));
  if (ask === 'place') return found?.place;
  if (!found) return undefined;
  if (found.row.getAttribute('aria-expanded') !== 'true') return 'closed';
  const below = fromAbove.find(({ place }) => place === found.place + 1)?.row;
  // there is no room for a row below
  if (!below && found.row.getBoundingClientRect().bottom >= found.row.closest('.monaco-list').getBoundingClientRect().bottom) return 'open';
  const isChild = below && Number(below.getAttribute('aria-level')) > Number(found.row.getAttribute('aria-level'));
  // a row is there a moment before what it says
  return isChild && saying(below).trim() !== '' ? 'open' : 'filling';
}

/**
 * Runs in the page: keeps the next click from a row that says something else by then.
 * @returns what takes the guard away and tells whether the row was clicked
 */
export function guardRow(row, { part, says }) {
  const wanted = new RegExp(says.source, says.flags);
  const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'dblclick', 'contextmenu'];
  let right;
  const guard = (event) => {
    if (event.type === 'pointerdown') right = right !== false && row.contains(event.target) && wanted.test((part === undefined ? row : row.querySelector(part))?.textContent ?? '');
    if (right !== false) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of types) window.addEventListener(type, guard, true);
  return {
    release: () => {
      for (const type of types) window.removeEventListener(type, guard, true);
      return right === true;
    },
  };
}

/** Runs in the page: the texts of elements in the order in which they are drawn, from above. */
export function textsFromAbove(elements) {
  return elements
    .map((element) => ({ top: element.getBoundingClientRect().y, text: element.innerText }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text);
}

/** Runs in the page: resolves when the next turn of the mouse wheel has been followed and drawn. */
export function followWheel() {
  const followed = new Promise((resolve) => window.addEventListener('wheel', () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined))), { capture: true, once: true }));
  return { followed };
}
