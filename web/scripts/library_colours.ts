// The component library's colours, which know one scheme only, as the page's own by their role (src/app/tokens.css): what the
// library draws then follows the reader's light or dark.

type Role = string | Readonly<{ text: string; edge: string; ground: string }>;

/** Its design tokens, by the name the library gives them. */
const roles: Readonly<Record<string, Role>> = {
  whiteBase: { text: '--on-action', edge: '--paper', ground: '--paper' },
  blackBase: '--ink',
  blackLight1: '--ink-soft',
  depthDark1: '--ink-soft',
  depthDark2: { text: '--ink-soft', edge: '--line-strong', ground: '--line-strong' },
  depthDark3: { text: '--ink-soft', edge: '--line-strong', ground: '--line-strong' },
  depthBase: { text: '--ink-soft', edge: '--line-strong', ground: '--line' },
  depthLight1: { text: '--ink-soft', edge: '--line', ground: '--line' },
  depthLight2: '--paper-tint',
  depthLight3: '--paper-tint',
  depthSecondary: '--paper-tint',
  depthSecondaryDark1: '--paper-tint',
  highlightDark1: '--link',
  highlightBase: '--link',
  highlightLight1: '--link',
  highlightLight3: '--link-tint',
  highlightLight4: '--paper-tint',
  accentSecondary: '--focus',
  successBase: '--good',
  warningBase: '--care',
  warningLight1: '--care-tint',
  alertBase: '--bad',
  alertLight1: '--bad-tint',
  infoBase: '--link',
  infoLight1: '--link-tint',
};

/** A sheet with the page's colours, and no shadows under letters; `colours` are the library's, by name. */
export function inOurColours(sheet: string, colours: Readonly<Record<string, string>>): string {
  const byColour = new Map(Object.entries(colours).map(([name, colour]) => [plain(colour), roles[name]]));
  return sheet.replace(/text-shadow\s*:[^;}]*;?/g, '').replace(
    /([\w-]+)\s*:\s*([^;{}]*hsla?\([^;{}]*)/g,
    (_, property: string, value: string) =>
      `${property}:${value.replace(/hsl\([^)]*\)/g, (colour) => {
        const role = byColour.get(plain(colour));
        if (role === undefined) return colour;
        return `var(${typeof role === 'string' ? role : role[useOf(property)]})`;
      })}`,
  );
}

const plain = (colour: string): string => colour.replaceAll(' ', '');

function useOf(property: string): 'text' | 'edge' | 'ground' {
  if (property === 'color' || property === 'fill') return 'text';
  return /^(border|outline|stroke|box-shadow)/.test(property) ? 'edge' : 'ground';
}
