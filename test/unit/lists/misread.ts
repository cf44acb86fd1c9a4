/** Makes the damage that lists show: UTF-8 read as something else. */

const windows = new TextDecoder('windows-1252');
const mac = new TextDecoder('macintosh');
const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export type WrongEncoding = 'windows-1252' | 'latin-1' | 'mac-roman';

export function misread(text: string, encoding: WrongEncoding): string {
  const bytes = new TextEncoder().encode(text);
  if (encoding === 'latin-1') return latin(bytes);
  return (encoding === 'mac-roman' ? mac : windows).decode(bytes);
}
