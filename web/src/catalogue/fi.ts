// Finnish: the catalogue the others are checked against.
import { fiFirst } from './fi_first';
import { fiLater } from './fi_later';

export const fi = { ...fiFirst, ...fiLater } as const;
