/** Paths into plain values, changed without touching the original. */

/** Steps from the root: keys of mappings and indices of lists. */
export type Path = readonly (string | number)[];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The value at a path, or undefined. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === 'number' ? (value as unknown[])[step] : undefined;
    else if (isRecord(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** A copy in which the value at an existing path is another one. */
export function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root)) return (root as unknown[]).map((item, index) => (index === step ? withValue(item, rest, value) : item));
  if (!isRecord(root)) return root;
  return { ...root, [step]: withValue(Object.hasOwn(root, step) ? root[step] : undefined, rest, value) };
}

/** A copy without the key or item at a path. */
export function withoutValue(root: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return undefined;
  if (Array.isArray(root)) {
    const list = root as unknown[];
    return rest.length === 0 ? list.filter((_, index) => index !== step) : list.map((item, index) => (index === step ? withoutValue(item, rest) : item));
  }
  if (!isRecord(root) || !Object.hasOwn(root, step)) return root;
  if (rest.length > 0) return { ...root, [step]: withoutValue(root[step], rest) };
  return Object.fromEntries(Object.entries(root).filter(([key]) => key !== String(step)));
}

export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => step === path[index]);
}

/** Whether two plain values are equal; the order of keys does not matter, keys with undefined do not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, (b as unknown[])[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a).filter((key) => a[key] !== undefined);
  return keys.length === Object.keys(b).filter((key) => b[key] !== undefined).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
}
