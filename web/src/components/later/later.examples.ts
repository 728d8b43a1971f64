import { examplesOf } from '../../gallery/examples';
import { Later } from './Later';

export const examples = examplesOf(Later<object>, {
  'cannot be had': { load: () => Promise.reject(new Error('no network')), props: {} },
});
