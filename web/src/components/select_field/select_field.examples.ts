import { examplesOf, nothing } from '../../gallery/examples';
import { SelectField } from './SelectField';

const options = ['', 'Helsinki', 'Tampere'].map((value) => ({ value, title: value === '' ? 'Valitse' : value }));
const municipality = { label: 'Kunta', value: '', options, onChange: nothing };
export const examples = examplesOf(SelectField, {
  'nothing chosen': municipality,
  'one chosen': { ...municipality, value: 'Tampere' },
  'a choice missing': { ...municipality, hideLabel: true, error: 'Valitse yksi vaihtoehto.' },
});
