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
