/**
 * Bytes → text. UTF-8 wins whenever the bytes are UTF-8: all the services write it, and text in another encoding is hardly ever
 * valid UTF-8 by accident, while a header often names the wrong one. Else the header decides, and Windows-1252 is the last resort.
 */
export function decode(bytes: Uint8Array, contentType: string): string {
  const charset = /charset\s*=\s*"?([\w:.-]+)/iu.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  const wide = charset.startsWith('utf-16');
  return (wide ? undefined : attempt(bytes, 'utf-8', true)) ?? (charset === 'utf-8' ? undefined : attempt(bytes, charset, false)) ?? new TextDecoder('windows-1252').decode(bytes);
}

function attempt(bytes: Uint8Array, charset: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    // an encoding nobody knows, or not the right one
    return undefined;
  }
}
