// The component library makes its styles in the browser, with a run-time of its own that is larger than its components.
// The theme never changes here, so the styles are the same on every visit: this plugin makes them once, at build time, and
// what is left of a styled component is its class. The page then needs no inline style, and its policy allows none.
//
// A component the page begins to use needs its sample below; the build says so. Development and unit tests run the library
// as it is.
import { createRequire } from 'node:module';
import type { ComponentType, ReactNode } from 'react';
import type { Plugin } from 'vite';
import { inOurColours } from './library_colours.ts';

const require = createRequire(import.meta.url);

const styles = 'virtual:component-styles.css';
const library = /[\\/]node_modules[\\/]suomifi-(ui-components[\\/]dist|icons)[\\/]esm[\\/]/;

// Stands in for styled-components: a styled component is the component, or what `as` names in its place, with one more class.
const styled = `import { createElement } from 'react';
/* @__NO_SIDE_EFFECTS__ */
export function styled(Component, { componentId = '' } = {}) {
  return ({ as = Component, className = '', ...props }) =>
    createElement(as, { ...props, className: componentId + ' ' + className });
}
/* @__NO_SIDE_EFFECTS__ */
export function css() {}
export default styled;
`;

export function staticStyles(): Plugin {
  let made: { sheet: string; ids: ReadonlySet<string> } | undefined;
  const make = () => (made ??= sheetOf(samples()));
  let building = false;
  return {
    name: 'static-styles',
    enforce: 'pre',
    config: (_, { command }) => {
      building = command === 'build';
    },
    resolveId(id) {
      if (id === styles) return `\0${styles}`;
      if (building && (id === 'styled-components' || id === 'suomifi-design-tokens')) return `\0${id}`;
      return undefined;
    },
    load(id) {
      if (id === `\0${styles}`) return building ? make().sheet : '';
      if (id === '\0styled-components') return { code: styled, moduleSideEffects: false };
      if (id === '\0suomifi-design-tokens')
        return { code: 'export const suomifiDesignTokens = {};', moduleSideEffects: false };
      return undefined;
    },
    transform(code, id) {
      if (!building || !library.test(id) || !code.includes('styled')) return undefined;
      return { code: withoutTemplates(code, this.parse(code)), map: null };
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [, id = ''] of chunk.code.matchAll(/componentId:\s*["'`]([\w-]+)["'`]/g)) {
          if (!make().ids.has(id))
            this.error(`the styled component ${id} has no sample in scripts/static_styles.ts, so it has no style`);
        }
      }
    },
  };
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** styled(C)`…` becomes styled(C), and styled(C).withConfig(…)(…) and styled.c.withConfig(…)(…) become styled(C, …). */
function withoutTemplates(code: string, program: unknown): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk);
    } else if (isNode(value)) {
      const made = calledOrTagged(value);
      if (made !== undefined && isCallOf(made, 'styled')) {
        edits.push({ start: firstArgument(made).end, end: value.end, text: ')' });
      } else if (made !== undefined && isCall(made) && isMember(made['callee'], 'withConfig')) {
        const target = made['callee']['object'] as Node;
        const config = firstArgument(made);
        edits.push({ start: config.end, end: value.end, text: ')' });
        if (isCall(target)) edits.push({ start: firstArgument(target).end, end: config.start, text: ', ' });
        else {
          const tag = (target['property'] as Node)['name'] as string;
          edits.push({ start: target.start, end: config.start, text: `styled('${tag}', ` });
        }
      }
      Object.values(value).forEach(walk);
    }
  };
  walk(program);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

const isCall = (node: Node): boolean => node.type === 'CallExpression';
const firstArgument = (call: Node): Node => (call['arguments'] as Node[])[0] as Node;

function calledOrTagged(node: Node): Node | undefined {
  if (node.type === 'TaggedTemplateExpression') return node['tag'] as Node;
  return isCall(node) ? (node['callee'] as Node) : undefined;
}

const isCallOf = (node: Node, name: string): boolean =>
  isCall(node) && isNode(node['callee']) && node['callee'].type === 'Identifier' && node['callee']['name'] === name;

const isMember = (node: unknown, name: string): node is Node =>
  isNode(node) && node.type === 'MemberExpression' && (node['property'] as Node)['name'] === name;

type Library = Record<string, ComponentType<Record<string, unknown>>>;

/** Each component the page uses, in each state whose style differs. */
function samples(): ReactNode[] {
  const { createElement } = require('react') as typeof import('react');
  const components = require('suomifi-ui-components') as Library;
  const sample = (name: string, props: Record<string, unknown>, ...children: ReactNode[]) => {
    const component = components[name];
    if (component === undefined) throw new Error(`suomifi-ui-components has no ${name}`);
    return createElement(component, props, ...children);
  };
  const error = { groupStatus: 'error', groupStatusText: '.', groupHintText: '.' };
  return [
    ...['default', 'secondary', 'secondaryNoBorder'].map((variant) => sample('Button', { key: variant, variant }, '.')),
    sample('CheckboxGroup', { labelText: '.', labelMode: 'hidden', ...error }, [
      sample('Checkbox', { key: '.', checked: true }, '.'),
    ]),
    sample('Checkbox', {}, '.'),
    sample('RadioButtonGroup', { labelText: '.', labelMode: 'hidden', name: '.', ...error }, [
      sample('RadioButton', { key: '.', value: '.' }, '.'),
    ]),
    sample('TextInput', { labelText: '.', status: 'error', statusText: '.' }),
    sample('TextInput', { labelText: '.', labelMode: 'hidden' }),
    sample('InlineAlert', { status: 'error' }, '.'),
    sample('InlineAlert', {}, '.'),
  ];
}

/** The samples' styles, under each component's own name instead of the one made from its contents. */
function sheetOf(rendered: readonly ReactNode[]): { sheet: string; ids: ReadonlySet<string> } {
  const { createElement } = require('react') as typeof import('react');
  const { renderToStaticMarkup } = require('react-dom/server') as typeof import('react-dom/server');
  const { ServerStyleSheet } = require('styled-components') as typeof import('styled-components');
  const collected = new ServerStyleSheet();
  rendered.forEach((one) => renderToStaticMarkup(collected.collectStyles(createElement('div', null, one))));
  const text = collected.getStyleTags().replace(/<\/?style[^>]*>/g, '');
  const ids = new Set<string>();
  const classes = new Map<string, string>();
  for (const [, id = '', names = ''] of text.matchAll(/data-styled\.g\d+\[id="([\w-]+)"\]\{content:"([^"]*)"\}/g)) {
    const made = names.split(',').filter((name) => name !== '');
    if (made.length > 1) throw new Error(`the style of ${id} depends on more than the theme`);
    // An icon has no name of its own: all of them look alike.
    const own = /-\d+$/.test(id) ? id : 'fi-icon';
    ids.add(id);
    made.forEach((name) => classes.set(name, own));
  }
  const rules = text
    .split('/*!sc*/')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '' && !rule.startsWith('data-styled'))
    .map((rule) =>
      rule.replace(/\.([A-Za-z]+)(?![\w-])/g, (whole, name: string) => `.${classes.get(name) ?? whole.slice(1)}`),
    );
  const { suomifiDesignTokens } = require('suomifi-design-tokens') as typeof import('suomifi-design-tokens');
  return { sheet: inOurColours([...new Set(rules)].join('\n'), { ...suomifiDesignTokens.colors }), ids };
}
