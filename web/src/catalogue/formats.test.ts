import { expect, it } from 'vitest';
import { formats } from './formats';

it('writes amounts as people of the language do', () => {
  expect(formats('fi').euros(1234.5)).toBe('1\u00a0234,50\u00a0€');
  expect(formats('en').euros(1234.5)).toBe('1,234.50\u00a0€');
  expect(formats('sv').change(-70.895)).toBe('−70,90\u00a0€');
  expect(formats('fi').change(12)).toBe('+12,00\u00a0€');
});

it('never writes a negative nothing', () => {
  expect(formats('fi').euros(-0.001)).toBe('0,00\u00a0€');
  expect(formats('fi').change(-0.001)).toBe('0,00\u00a0€');
  expect(formats('fi').wholeEuros(-0.2)).toBe('0\u00a0€');
});

it('rounds half a cent as the engine does, away from zero', () => {
  expect(formats('fi').euros(70.895)).toBe('70,90\u00a0€');
  expect(formats('fi').euros(-70.895)).toBe('−70,90\u00a0€');
});

it('bends the month where Finnish does', () => {
  expect(formats('fi').inMonth('2026-12')).toBe('joulukuussa 2026');
  expect(formats('fi').fromMonth('2026-12')).toBe('joulukuusta 2026');
  expect(formats('fi').untilMonth('2026-12')).toBe('joulukuuhun 2026');
  expect(formats('sv').fromMonth('2026-12')).toBe('december 2026');
  expect(formats('sv').month('2026-12')).toBe('december 2026');
});

it('writes days', () => {
  expect(formats('fi').date('2026-02-28')).toBe('28.2.2026');
  expect(formats('sv').date('2026-02-28')).toBe('28.2.2026');
  expect(formats('en').date('2026-02-28')).toBe('28 February 2026');
  expect(formats('fi-simple').date('2026-12-01')).toBe('1.12.2026');
});
