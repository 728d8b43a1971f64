import { describe, expect, it } from 'vitest';
import { formats } from './formats';
import { languages } from './languages';
import { readNumber, readTyped } from './numbers';

it.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  [',5', undefined],
  ['1200', 1200],
  ['1 200', 1200],
  ['1 200,50 €', 1200.5],
  ['1.200,50', 1200.5],
  ['1,200.50', 1200.5],
  ['1,234,567', 1234567],
  ['1.234.567,8', 1234567.8],
  ['0,125', 0.125],
  ['0.250', 0.25],
  ['1 250,125', 1250.125],
  ['12,3456', 12.3456],
  ['−5', -5],
  ['', undefined],
  ['noin 5', undefined],
  ['15 h', undefined],
  ['15 20', undefined],
  ['1 2', undefined],
  ['1,2,3', undefined],
  ['1,200,50', undefined],
  ['12,34.567', undefined],
])('reads what people type: %s', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

it.each([
  ['1,250', 1.25, 1250],
  ['1.250', 1.25, 1250],
  ['1,050', 1.05, 1050],
  ['12.500', 12.5, 12500],
  ['-1,250', -1.25, -1250],
])('asks which is meant by %s', (text, decimal, thousands) => {
  expect(readTyped(text)).toEqual({ unclear: { decimal, thousands } });
  expect(readNumber(text)).toBeUndefined();
});

describe.each(languages)('in %s', (language) => {
  it('reads every amount that the page itself writes', () => {
    for (const amount of [0.5, 12.5, 999.99, 1250, 1250.5, 20000, 1234567.25])
      expect(readNumber(formats(language).euros(amount))).toBe(amount);
  });
});
