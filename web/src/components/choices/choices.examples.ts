import { examplesOf, nothing } from '../../gallery/examples';
import { Choices } from './Choices';

const yesOrNo = {
  name: 'church',
  label: 'Kuulutko kirkkoon?',
  options: [
    { value: 'true', title: 'kyllä' },
    { value: 'false', title: 'ei' },
  ],
  onChange: nothing,
};
export const examples = examplesOf(Choices, {
  'nothing chosen': { ...yesOrNo, value: '' },
  'one chosen': { ...yesOrNo, name: 'church 2', value: 'true' },
  'a choice missing': { ...yesOrNo, name: 'church 3', value: '', error: 'Valitse yksi vaihtoehto.' },
});
