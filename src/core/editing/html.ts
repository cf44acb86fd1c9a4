/** The shell of the catalogue editor's page, for VS Code's webview and for a browser alone. */

export interface EditorHtml {
  /** Addresses of the bundled script and stylesheet. */
  readonly script: string;
  readonly style: string;
  /** Hard to guess, new for each page: only the script that carries it runs. */
  readonly nonce: string;
  /** Where styles and fonts may come from: `webview.cspSource`. */
  readonly cspSource: string;
  readonly title: string;
  /** BCP 47: `vscode.env.language`. */
  readonly lang: string;
}

/** The document. It names the two files and nothing else; all that is shown comes by messages. */
export function editorHtml({ script, style, nonce, cspSource, title, lang }: EditorHtml): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}; font-src ${cspSource};`;
  return `<!DOCTYPE html>
<html lang="${attribute(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body>
<div id="app"></div>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const attribute = (text: string) => text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);
