import { scaleLinear } from 'd3-scale';
import { expect, it } from 'vitest';
import { interpolateNumber, interpolateRound } from './between_numbers';

// Unit tests run the library as it is, so that its own way can be compared with ours.
it('places numbers where the library’s own way between two values does', () => {
  for (const range of [
    [0, 100],
    [240, 14],
    [-5, 5],
  ]) {
    const scale = () => scaleLinear().domain([0, 40]).range(range);
    for (const value of [-3, 0, 1, 15.5, 40, 52]) {
      expect(scale().interpolate(interpolateNumber)(value)).toBe(scale()(value));
      const [from = 0, to = 0] = range;
      expect(interpolateRound(from, to)(value / 40)).toBe(Math.round(scale()(value)));
    }
  }
});
