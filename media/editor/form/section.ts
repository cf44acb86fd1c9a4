/** A part of the form that folds. */
import { el, flag, freshId, icon, set, show } from '../dom.js';
import type { Editor } from '../editor.js';

export interface Section {
  readonly element: HTMLElement;
  readonly open: boolean;
  /** Opens it for this once, as when a problem is in it. */
  reveal(): void;
}

/** @param usual whether it is open until somebody says otherwise; that is kept */
export function section(editor: Editor, name: string, title: string, usual: boolean, content: readonly HTMLElement[], changed: () => void = () => undefined): Section {
  const id = freshId('section');
  const chevron = icon('chevron-down');
  const button = el('button', { type: 'button', class: 'fold', 'aria-controls': id }, chevron, title);
  const body = el('div', { class: 'fields', id }, ...content);
  let open = editor.kept.sections[name] ?? usual;
  const draw = (): void => {
    set(button, { 'aria-expanded': flag(open) });
    chevron.className = `codicon codicon-chevron-${open ? 'down' : 'right'}`;
    show(body, open);
  };
  button.addEventListener('click', () => {
    open = !open;
    editor.keep({ sections: { ...editor.kept.sections, [name]: open } });
    draw();
    changed();
  });
  draw();
  return {
    element: el('section', { class: 'section' }, el('h3', {}, button), body),
    get open() {
      return open;
    },
    reveal: () => {
      if (open) return;
      open = true;
      draw();
      changed();
    },
  };
}
