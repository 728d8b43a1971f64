import { examplesOf } from '../../gallery/examples';
import { Curve } from './Curve';

const money = (value: number) => `${String(Math.round(value))} €`;
export const examples = examplesOf(Curve, {
  'a fall at the earnings limit': {
    line: {
      points: Float64Array.of(0, 10, 18.29, 18.3, 30, 40),
      left: Float64Array.of(1420, 1670, 1862, 1340, 1600, 1884),
    },
    at: 15,
    now: 1420,
    falls: [{ at: 18.29, left: 1862, from: 18.3, to: 39.2 }],
    turns: [{ at: 10, left: 1670 }],
    sentence: 'Sinulle jää eniten, kun teet 40 tuntia viikossa.',
    nowLabel: 'Nyt 1 420 €',
    xLabel: 'Tunteja viikossa',
    formatX: String,
    formatY: money,
  },
});
