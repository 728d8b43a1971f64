// Easy Finnish of what the client gets: the letter. The room itself is in Finnish.
import type { CoachTexts } from './texts';

export const fiSimple: Partial<CoachTexts> = {
  'letter.duties': 'Tee nämä asiat',
  'letter.estimate': 'Tämä on arvio. Tämä ei ole päätös. Kela, verottaja tai eläkeyhtiö tekee päätöksen.',
  'letter.holds': 'Palkkasi ei ole liian iso. Eläkkeesi jatkuu joka kuukausi.',
  'letter.less': '{offer}: sinulle jää {left}. Se on {change} vähemmän kuin nyt.',
  'letter.month': 'Nämä ovat yhden kuukauden rahat. Kuukausi on {month}.',
  'letter.more': '{offer}: sinulle jää {left}. Se on {change} enemmän kuin nyt.',
  'letter.no_duties': 'Sinun ei tarvitse tehdä mitään.',
  'letter.now': 'Nyt sinulle jää {left} kuukaudessa.',
  'letter.offers': 'Paljonko rahaa sinulle jää?',
  'letter.open': 'Nämä asiat pitää vielä selvittää',
  'letter.over': 'Palkkasi on liian iso {month}. Silloin eläkkeesi voi jäädä tauolle.',
  'letter.papers': 'Ota mukaan nämä paperit',
  'letter.title': 'Työ ja sinun rahasi',
  'letter.verified': 'Nämä asiat katsoimme papereista',
  'status.unknown': 'emme tiedä vielä',
};
