// Households drawn from a seed: the same seed gives the same cases on every machine. They are drawn around a few dozen
// forms (which inputs are given), as real users' are, and the amounts vary freely, to the cent and beyond the limits.

/** Mulberry32: small, and good enough to spread amounts. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const municipalities = ['Tampere', 'Helsinki', 'Kuopio', 'Inari', 'Turku', 'Espoo', 'Oulu', 'Rovaniemi', 'Kajaani'];
const starts = ['2024-02', '2025-05', '2025-09', '2026-01', '2026-03', '2026-06', '2026-11'];

/** `count` cases as JSON texts; every one has two scenarios, the second with work. */
export function* randomCases(seed, count) {
  const draw = generator(seed);
  const one = (list) => list[Math.floor(draw() * list.length)];
  const cents = (most) => Math.round(draw() * most * 100) / 100;
  for (let index = 0; index < count; index += 1) {
    const client = { age: 20 + Math.floor(draw() * 44) };
    switch (index % 4) {
      case 0:
        client.on_kela_disability_pension = true;
        client.care_allowance = one(['none', 'basic', 'middle', 'highest']);
        break;
      case 1:
        client.earnings_related_pension = cents(1800);
        client.earnings_related_pension_kind = one(['full_disability', 'partial_disability']);
        client.established_earnings = cents(4000);
        break;
      case 2:
        client.unemployment_benefit = one(['labour_market_subsidy', 'basic_allowance', 'general_support']);
        break;
      default:
        client.church_member = draw() < 0.5;
    }
    const household = { municipality: one(municipalities), tenure: 'rented', rent: cents(1400), deposits: cents(20000) };
    const file = { ansiopolku: 1, start: one(starts), months: 1, ...household, client };
    if (index % 8 >= 6) file.spouse = { age: 20 + Math.floor(draw() * 44), wage: cents(4500) };
    if (index % 16 >= 12) file.children = [{ age: Math.floor(draw() * 18) }];
    const work = index % 3 === 0 ? { hours_per_week: Math.round(draw() * 80) / 2, hourly_wage: cents(40) } : { wage: cents(6000) };
    file.scenarios = [{ name: 'now' }, { name: 'work', client: work }];
    yield JSON.stringify(file);
  }
}
