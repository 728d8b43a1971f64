// Examples of a component: its props as data, each under the name of the situation it shows. The gallery shows them all
// (npm run gallery), and axe looks at each of them (gallery.test.tsx).
import { createElement, type ComponentType, type ReactElement } from 'react';
import type { Engine } from '../engine/engine';

export interface Examples {
  elements: Readonly<Record<string, ReactElement>>;
  /** What the engine answers the component. */
  engine: Partial<Engine>;
}

export function examplesOf<Props extends object>(
  Component: ComponentType<Props>,
  props: Readonly<Record<string, Props>>,
  engine: Partial<Engine> = {},
): Examples {
  const elements = Object.entries(props).map(([name, own]) => [name, createElement(Component, own)] as const);
  return { elements: Object.fromEntries(elements), engine };
}

export const nothing = (): undefined => undefined;
