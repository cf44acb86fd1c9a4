/** Runs in the page: what the rows of a tree say, from above. Their elements are used again for other rows, so that their order says nothing. */
export function readRows(elements) {
  const text = (element) => element?.innerText ?? '';
  return elements
    .map((element) => [Number(element.getAttribute('data-index')), element])
    .sort(([a], [b]) => a - b)
    .map(([, element]) => ({
      label: text(element.querySelector('.label-name')),
      description: text(element.querySelector('.label-description')),
      level: Number(element.getAttribute('aria-level')),
      expanded: element.hasAttribute('aria-expanded') ? element.getAttribute('aria-expanded') === 'true' : undefined,
      selected: element.getAttribute('aria-selected') === 'true',
      ariaLabel: element.getAttribute('aria-label') ?? '',
    }));
}

/** Runs in the page: what a screen reader calls each of them. */
export function namesOfElements(elements) {
  return elements.map((element) => element.getAttribute('aria-label'));
}

/** Runs in the page: what a browser does when something from another program is dropped on an element. */
export function dropFromOutside(element, { texts = {}, files = {} }) {
  const carried = new DataTransfer();
  for (const [type, text] of Object.entries(texts)) carried.setData(type, text);
  for (const [name, text] of Object.entries(files)) carried.items.add(new File([text], name));
  const box = element.getBoundingClientRect();
  for (const type of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: carried, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }));
}
