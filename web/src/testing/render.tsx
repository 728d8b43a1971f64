// Renders a component as the page does: in a language, with an engine that answers what the test says.
import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { SurroundingsContext } from '../model/surroundings';
import { formats } from '../catalogue/formats';
import { loadMessages, translator, type Language } from '../catalogue/languages';
import type { Engine } from '../engine/engine';

const silent: Engine = {
  inputs: () => Promise.reject(new Error('inputs is not part of this test')),
  figures: () => Promise.reject(new Error('figures is not part of this test')),
  calc: () => Promise.reject(new Error('calc is not part of this test')),
  compare: () => Promise.reject(new Error('compare is not part of this test')),
  stakes: () => Promise.reject(new Error('stakes is not part of this test')),
  version: () => Promise.reject(new Error('version is not part of this test')),
  explain: () => Promise.reject(new Error('explain is not part of this test')),
  sweep: () => Promise.reject(new Error('sweep is not part of this test')),
  solve: () => Promise.reject(new Error('solve is not part of this test')),
  edges: () => Promise.reject(new Error('edges is not part of this test')),
};

export interface Setting {
  language?: Language;
  engine?: Partial<Engine>;
  simple?: boolean;
}

export async function show(element: ReactElement, { language = 'en', engine = {}, simple = false }: Setting = {}) {
  const t = translator(await loadMessages(language));
  const laterTexts = { there: true, fetch: () => Promise.resolve() };
  const surroundings = {
    language,
    t,
    formats: formats(language),
    engine: { ...silent, ...engine },
    simple,
    laterTexts,
  };
  return render(<SurroundingsContext.Provider value={surroundings}>{element}</SurroundingsContext.Provider>);
}

/** The names of axe's rules that the element breaks, as far as they can be judged without a layout. */
export async function violations(element: Element): Promise<string[]> {
  const found = await axe.run(element, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
}
