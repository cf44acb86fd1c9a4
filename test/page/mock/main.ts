/** In the browser, before the page: gives it a host, and the tests a hand on the host. */
import { MockHost, type MockOptions } from './host.js';
import { sampleCategories, sampleText } from './sample.js';

interface MockWindow {
  litshelfMock?: Partial<MockOptions>;
  host: MockHost;
  acquireVsCodeApi(): { postMessage(message: unknown): void };
  dispatchEvent(event: Event): boolean;
  document: { body: { classList: { add(name: string): void } } };
  location: { search: string };
}
const window = globalThis as unknown as MockWindow;

const theme = new URLSearchParams(window.location.search).get('theme') ?? 'dark';
window.document.body.classList.add('vscode-body');
for (const name of { dark: ['vscode-dark'], light: ['vscode-light'], 'hc-dark': ['vscode-high-contrast'], 'hc-light': ['vscode-high-contrast', 'vscode-high-contrast-light'] }[theme] ?? []) window.document.body.classList.add(name);

// as in VS Code, messages are copies and arrive later
const post = (message: unknown): void => void setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) })));
window.host = new MockHost({ text: sampleText, categories: sampleCategories, ...window.litshelfMock }, post);
window.acquireVsCodeApi = () => ({ postMessage: (message) => void setTimeout(() => void window.host.receive(structuredClone(message))) });
