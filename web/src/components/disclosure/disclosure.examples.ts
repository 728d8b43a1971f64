import { examplesOf } from '../../gallery/examples';
import { Disclosure } from './Disclosure';

const children = () => 'Asumistuki riippuu vuokrasta.';
export const examples = examplesOf(Disclosure, {
  closed: { title: 'Miksi kysymme?', children },
  open: { title: 'Miksi kysymme?', open: true, children },
});
