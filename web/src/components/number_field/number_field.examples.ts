import { examplesOf, nothing } from '../../gallery/examples';
import { NumberField } from './NumberField';

const rent = { label: 'Vuokra', unit: 'euroa kuukaudessa', value: '620', onChange: nothing };
export const examples = examplesOf(NumberField, {
  'under a heading that says the same': { ...rent, hideLabel: true },
  'with its own label': rent,
  'a thousand echoed': { ...rent, hideLabel: true, value: '1250', echo: 'Luimme: 1 250 euroa kuukaudessa' },
  'with a mistake': { ...rent, hideLabel: true, value: 'noin 600', error: 'Kirjoita luku, esimerkiksi 600.' },
});
