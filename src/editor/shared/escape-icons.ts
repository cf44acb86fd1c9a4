/** Text for labels in which VS Code would draw `$(name)` as an icon. */
export function escapeIcons(text: string): string {
  return text.replace(/\$\((?=[A-Za-z0-9-]{1,60}(?:~[A-Za-z0-9-]{1,60})?\))/gu, '\\$(');
}
