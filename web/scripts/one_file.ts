// The page as one HTML file that opens from a disk, without a host and without a network: `npm run one-file`.
//
// Everything lies in the file: the scripts of all rooms, the styles, the workers as text and the engine's files as data.
// The policy stays strict: only this script and this style may run (by their hashes), workers come from the script's own
// text, and no address but the file's own data can be asked for anything. The build fails when a part is left outside.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const worker = /new Worker\(new URL\((['"])(\.\/[\w-]+\.js)\1, import\.meta\.url\), \{ type: 'module' \}\)/g;

export function oneFile(): Plugin {
  let icon = '';
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      icon = readFileSync(join(config.root, 'public/icon.svg'), 'base64');
    },
    transform: {
      order: 'pre',
      handler(code) {
        if (!code.includes('new Worker(')) return undefined;
        return { code: withInlinedWorkers(code), map: null };
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        let html = '';
        const scripts: string[] = [];
        const styles: string[] = [];
        for (const [name, part] of Object.entries(bundle)) {
          if (part.type === 'chunk') scripts.push(part.code);
          else if (name === 'index.html') html = String(part.source);
          else if (name.endsWith('.css')) styles.push(String(part.source));
          else this.error(`${name} would lie beside the page`);
          if (name !== 'index.html') Reflect.deleteProperty(bundle, name);
        }
        const [script = ''] = scripts;
        if (scripts.length !== 1) this.error(`the page has ${String(scripts.length)} scripts, not one`);
        const page = bundle['index.html'];
        if (page?.type === 'asset') page.source = pageOf(html, insideHtml(script), styles.join('\n'), icon);
      },
    },
  };
}

/** Vite puts a worker's script into the page when it is imported with this ending. */
export function withInlinedWorkers(code: string): string {
  const imports: string[] = [];
  const text = code.replace(worker, (_, __, file: string) => {
    imports.push(`import InlinedWorker${String(imports.length)} from '${file}?worker&inline';`);
    return `new InlinedWorker${String(imports.length - 1)}()`;
  });
  return [...imports, text].join('\n');
}

/** No text of a script may end it, or begin a comment of the page around it. */
const insideHtml = (script: string): string => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function pageOf(html: string, script: string, style: string, icon: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    'connect-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = html
    .replace(/\s*<script\b[^>]*><\/script>/g, '')
    .replace(/\s*<link rel="(?:stylesheet|modulepreload|manifest)"[^>]*>/g, '')
    .replace(/(<link rel="icon"[^>]*href=")[^"]*"/, (_, start: string) => `${start}data:image/svg+xml;base64,${icon}"`)
    .replace(/<!-- Nothing is allowed[^]*?-->/, '<!-- Nothing is allowed but what lies in this file. -->')
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")[^"]*"/, (_, start: string) => `${start}${policy}"`)
    // The functions keep a dollar sign in the texts from being read as a pattern.
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`);
  const outside = [...page.slice(0, page.indexOf('<style>')).matchAll(/(?:src|href)="(?!data:)([^"]*)"/g)];
  if (outside.length > 0)
    throw new Error(`the page still asks for ${outside.map(([, address]) => address).join(', ')}`);
  return page;
}
