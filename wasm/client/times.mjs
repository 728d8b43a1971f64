// npm run times: what a person waits for, in Debian's Chromium, against its budgets. It measures and fails nothing: times
// depend on the machine.
import { opened, serve, startChromium } from './served.mjs';

const household = {
  ansiopolku: 1, start: '2026-01', months: 1, municipality: 'Tampere', tenure: 'rented', rent: 620,
  client: { age: 35, on_kela_disability_pension: true },
  scenarios: [{ name: 'now' }, { name: 'work', client: { wage: 800 } }],
};

const scripts = {
  'page.js': "import { startEngine } from './index.js'; globalThis.startEngine = startEngine; document.title = 'ready';",
  // From the bytes of a first visit to an engine that answers, in a worker.
  'starting.js': `
    import { EngineModule } from './module.js';
    const bytes = await Promise.all(['engine.wasm', 'core.bin', 'fi.bin'].map(async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer())));
    const start = performance.now();
    const engine = await EngineModule.create(await WebAssembly.compile(bytes[0]));
    if (engine.load(bytes.slice(1)) !== undefined) throw new Error('the image was refused');
    postMessage(performance.now() - start);`,
};

const middle = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
function told(what, times, budget) {
  const time = middle(times);
  console.log(`${what}: ${time.toFixed(1)} ms (best ${Math.min(...times).toFixed(1)}), budget ${budget} ms: ${time > budget ? 'MISSED' : 'ok'}`);
}

const server = await serve(scripts);

// A browser of its own for each start: a second one in the same process would find the module compiled.
const starts = [];
for (let round = 0; round < 7; round += 1) {
  const browser = await startChromium();
  const page = await opened(browser, server.address);
  starts.push(await page.evaluate(() => new Promise((resolve, reject) => {
    const worker = new Worker('starting.js', { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
  })));
  await browser.close();
}
told('engine and image ready in a worker, from their bytes', starts, 60);

const browser = await startChromium();
const page = await opened(browser, server.address);
const times = await page.evaluate(async (file) => {
  const engine = startEngine();
  // Each round asks of other amounts than the one before.
  const timed = async (rounds, ask, isAnswered) => {
    const all = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const answer = await ask({ ...file, rent: 500 + round });
      all.push(performance.now() - start);
      if (!isAnswered(answer)) throw new Error('a question was refused');
    }
    return all.slice(rounds / 2);
  };
  const figure = { variable: 'disposable_income', scenario: 'work' };
  const wages = { scenario: 'work', vary: 'client.wage', from: 0, to: 6000 };
  const range = { scenario: 'work', vary: 'client.wage', from: 0, to: 6000, step: 10, get: ['disposable_income'] };
  // As the page asks: figures for the answer, then what those it shows rest on; of one of them, when it is opened, why.
  const shown = ['disposable_income', 'net_income', 'tax.total', 'contributions.total', 'general_housing_allowance.amount', 'disability_pension.margin'];
  const times = {
    figures: await timed(40, (asked) => engine.figures(asked, 'fi'), ({ scenarios }) => scenarios.length === 2),
    shown: await timed(40, (asked) => engine.calc(asked, 'fi', undefined, shown), ({ scenarios }) => scenarios[1].assumptions.length > 0),
    calc: await timed(40, (asked) => engine.calc(asked, 'fi'), ({ scenarios }) => scenarios.length === 2),
    explain: await timed(40, (asked) => engine.explain(asked, figure, 'fi'), ({ figure: why }) => why.reads.length > 0),
    both: await timed(40, (asked) => Promise.all([engine.figures(asked, 'fi'), engine.explain(asked, figure, 'fi')]), ([, { figure: why }]) => why.reads.length > 0),
    edges: await timed(40, (asked) => engine.edges(asked, wages, 'fi'), ({ curves }) => curves[0].edges.length > 5),
    solve: await timed(40, (asked) => engine.solve(asked, { ...wages, most: 'disposable_income >= base.disposable_income' }, 'fi'), ({ value }) => value !== null),
    sweep: await timed(40, (asked) => engine.sweep(asked, range), ({ points }) => points.length === 601),
  };
  void engine.edges({ ...file, months: 24 }, wages, 'fi');
  return { ...times, meanwhile: await timed(40, (asked) => engine.figures(asked, 'fi'), ({ scenarios }) => scenarios.length === 2) };
}, household);
told('the figures of a case, there and back', times.figures, 10);
told('the same while the edges of a plan of 24 months are sought', times.meanwhile, 10);
told('a case with the full explanation of its disposable income, there and back', times.explain, 10);
told('the same with all its figures', times.both, 10);
told('the figures that the page shows with what they rest on', times.shown, 10);
told('every figure of a case with what it rests on', times.calc, 10);
told('a sweep of 601 points, warm', times.sweep, 16);
told('every edge of 600,001 wages with its cause, warm', times.edges, 50);
told('the largest of 600,001 wages with which nothing is lost, warm', times.solve, 50);
await browser.close();
server.close();
