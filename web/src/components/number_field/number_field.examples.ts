import { examplesOf, nothing } from '../../gallery/examples';
import { NumberField } from './NumberField';

const rent = { label: 'Vuokra', unit: 'euroa kuukaudessa', value: '620', onChange: nothing };
export const examples = examplesOf(NumberField, {
  'under a heading that says the same': { ...rent, hideLabel: true },
  'with its own label': rent,
  'with a mistake': { ...rent, hideLabel: true, value: 'noin 600', error: 'Kirjoita luku, esimerkiksi 600.' },
});
