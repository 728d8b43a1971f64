import { examplesOf, nothing } from '../../gallery/examples';
import { Slider } from './Slider';

const hours = {
  label: 'Työtunnit viikossa',
  hint: 'Siirrä liukusäädintä.',
  from: 0,
  to: 40,
  step: 0.5,
  outcome: 'Sinulle jää 412 € enemmän.',
  fewer: 'Vähemmän',
  greater: 'Enemmän',
  onChange: nothing,
};
export const examples = examplesOf(Slider, {
  'in the middle': { ...hours, value: 15, text: '15 tuntia viikossa' },
  'at its end': { ...hours, value: 40, text: '40 tuntia viikossa' },
});
