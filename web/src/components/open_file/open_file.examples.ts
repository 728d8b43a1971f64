import { examplesOf, nothing } from '../../gallery/examples';
import { OpenFile } from './OpenFile';

export const examples = examplesOf(OpenFile, { 'a button': { label: 'Avaa tiedosto', onFile: nothing } });
