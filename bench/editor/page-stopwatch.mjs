// Runs in the page: notes when rows of a tree view are drawn.

/**
 * Starts to look. Answers, when asked, with the times (since 1970, with fractions) of the next click and of the frame after each condition came true.
 * @param {{ view: string, conditions: { name: string, label: string, level?: number }[] }} options `label`: a regular expression
 */
export function startStopwatch({ view, conditions }) {
  const now = () => performance.timeOrigin + performance.now();
  const times = {};
  const open = conditions.map(({ name, label, level }) => ({ name, level, label: new RegExp(label, 'u') }));
  const rowsOf = () => {
    const pane = [...document.querySelectorAll('.part .pane')].find((one) => one.querySelector('.pane-header')?.getAttribute('aria-label')?.startsWith(view));
    return [...pane?.querySelectorAll('.monaco-list-row') ?? []].map((row) => ({ level: Number(row.getAttribute('aria-level')), label: (row.querySelector('.label-name')?.textContent ?? '').replaceAll('\u00a0', ' ') }));
  };
  const look = () => {
    const rows = rowsOf();
    for (const one of open.filter(({ label, level }) => rows.some((row) => label.test(row.label) && (level === undefined || row.level === level)))) {
      open.splice(open.indexOf(one), 1);
      // the frame that draws it, and the moment after it
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { times[one.name] = now(); };
        channel.port2.postMessage(null);
      });
    }
    if (open.length === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['aria-label', 'aria-level'] });
  document.addEventListener('click', () => { times.click ??= now(); }, { capture: true, once: true });
  globalThis.litshelfTimes = times;
}

/** The times if all the named ones are there, else undefined. */
export function readStopwatch(names) {
  const times = globalThis.litshelfTimes;
  return names.every((name) => name in times) ? times : undefined;
}
