// One entry a panel: what it asks the API, and what it makes of the answer:
// note (a sentence), chart (an option for draw) with its height, and the figures as elements.
import { lyingBars, standingBars, wonAndLost, waterfall } from './charts.js';
import { element, folded, table } from './dom.js';
import { count, isMoney, length, measure, money, month, nothing, rate, roundMoney, words } from './format.js';

const MONTH = /^\d{4}-\d{2}$/;
const closed = group => group.won + group.lost > 0;

export const panels = [
  { id: 'funnel', title: 'Funnel', report: 'conversion', asked: at => past(at), show: funnel },
  { id: 'regions', title: 'Win rate by region', report: 'funnel', asked: at => ({ ...past(at), groupBy: 'region' }), show: regions },
  { id: 'months', title: 'Win rate by month of closing', report: 'funnel', asked: at => ({ ...past(at), groupBy: 'closeMonth' }), show: months, wide: true },
  { id: 'movement', title: 'Pipeline movement', report: 'movement', asked: at => ({ from: at.from, to: at.to, currency: at.currency }), show: movement, wide: true },
  { id: 'pipeline', title: 'Pipeline by true stage', report: 'funnel', asked: at => ({ ...past(at), groupBy: 'trueStage' }), show: pipeline },
  { id: 'stages', title: 'Sales stages', report: 'stages', asked: at => ({ asOf: at.asOf }), show: stages },
  { id: 'sales-milestones', title: 'Sales milestones, plan against actual', report: 'milestones', asked: at => ({ asOf: at.asOf, kind: 'sales', groupBy: 'milestone' }), show: milestones },
  { id: 'milestones', title: 'Delivery milestones, plan against actual', report: 'milestones', asked: at => ({ asOf: at.asOf, kind: 'delivery', groupBy: 'milestone' }), show: milestones },
  { id: 'contracts', title: 'Contracts by month of signature', report: 'contracts', asked: at => ({ ...past(at), groupBy: 'month' }), show: contracts },
  { id: 'collections', title: 'Collections', report: 'collections', asked: at => past(at), show: collections },
  { id: 'handovers', title: 'Handovers', report: 'handovers', asked: at => ({ asOf: at.asOf }), show: handovers },
  { id: 'closures', title: 'What closures wait for', report: 'closures', asked: at => ({ asOf: at.asOf, groupBy: 'item' }), show: closures },
];

const past = at => ({ asOf: at.asOf, currency: at.currency });

function funnel({ totals }) {
  const steps = totals.stages;
  const skipped = steps.filter(step => step.skipped > 0).map(step => `${count(step.skipped)} won deals skipped ${words(step.stage)}`);
  return {
    note: skipped.length > 0 ? `How many deals came how far; ${skipped.join(', ')} and count as having reached it.` : 'How many deals came how far.',
    chart: lyingBars(steps.map(step => ({
      name: words(step.stage), value: step.reached, text: step.rate === null ? count(step.reached) : `${count(step.reached)} · ${rate(step.rate)}`,
    }))),
    height: 44 * steps.length + 24,
    figures: [table('Deals that reached each stage', ['Stage', 'Reached', 'Of the stage before'],
      steps.map(step => [words(step.stage), count(step.reached), rate(step.rate)]))],
  };
}

function regions({ totals, groups }) {
  const row = (name, group) => [name, count(group.won), count(group.lost), rate(group.winRate), money(group.wonValue)];
  return {
    note: 'Won of won and lost deals.',
    chart: lyingBars(groups.filter(closed).map(group => ({ name: group.key, value: group.winRate, text: rate(group.winRate) })), 1),
    height: 36 * groups.filter(closed).length + 24,
    figures: [table('Win rate by region', ['Region', 'Won', 'Lost', 'Win rate', 'Won value'],
      groups.map(group => row(group.key, group)), [row('All', totals)])],
  };
}

function months({ totals, groups }) {
  const dated = groups.filter(group => MONTH.test(group.key));
  const row = (name, group) => [name, count(group.won), count(group.lost), rate(group.winRate), money(group.wonValue)];
  return {
    chart: dated.length > 0 && wonAndLost(dated.map(group => month(group.key)),
      dated.map(group => group.won), dated.map(group => group.lost), dated.map(group => group.winRate)),
    height: 300,
    figures: [folded('Figures by month', table('Win rate by month', ['Month', 'Won', 'Lost', 'Win rate', 'Won value'],
      dated.map(group => row(month(group.key), group)), [row('All', totals)]))],
  };
}

function contracts({ totals, groups }) {
  const dated = groups.filter(group => MONTH.test(group.key));
  return {
    note: `${count(totals.signed)} signed, ${count(totals.effective)} of them effective; ${count(totals.drafted)} wait for a signature.`,
    chart: dated.length > 0 && standingBars(dated.map(group => month(group.key)),
      [{ name: 'Signed value', colour: 'strong', values: dated.map(group => group.signedValue), text: amount => roundMoney(amount, totals.signedValue.currency) }],
      totals.signedValue?.currency),
    height: 240,
    figures: [folded('Figures by month', table('Contracts by month', ['Month', 'Signed', 'Effective', 'Signed value'],
      dated.map(group => [month(group.key), count(group.signed), count(group.effective), money(group.signedValue)]),
      [['All', count(totals.signed), count(totals.effective), money(totals.signedValue)]]))],
  };
}

const LEVELS = new Set(['opening', 'closing']);
const LESS = new Set(['decreased', 'won', 'lost', 'withdrawn', 'rejected', 'currencyOut']);
const RARE = new Set(['rejected', 'currencyIn', 'currencyOut']);

/** Opening, then each bar on the level that the one before left, then closing; rare bars only when there is one. */
function movement(answer) {
  const { currency } = answer;
  const bars = answer.bars.filter(({ bar, count }) => count > 0 || !RARE.has(bar));
  let level = 0;
  const steps = bars.map(({ bar, count: behind, value }) => {
    const size = length(value);
    const from = LEVELS.has(bar) ? 0 : level;
    level = LEVELS.has(bar) ? size : level + (LESS.has(bar) ? -size : size);
    return { name: words(bar), from, to: level, kind: kind(bar), text: `${money(value)}, ${count(behind)} deals`, short: currency && roundMoney(size, currency) };
  });
  return {
    note: `The value of open deals from the end of ${answer.from} to the end of ${answer.to}.`,
    chart: currency && waterfall(steps, currency),
    height: 300,
    figures: [
      table('Movement of the open pipeline', ['', 'Deals', 'Value'],
        bars.map(({ bar, count: behind, value }) => [`${sign(bar)} ${words(bar)}`.trim(), count(behind), money(value)])),
      ...bars.filter(bar => bar.deals?.length > 0).map(deals),
    ],
  };
}

const kind = bar => LEVELS.has(bar) ? 'level' : bar === 'won' ? 'won' : LESS.has(bar) ? 'less' : 'more';
const sign = bar => LEVELS.has(bar) ? '' : LESS.has(bar) ? '−' : '+';

/** The API names the largest ones. */
function deals({ bar, count: behind, deals: list }) {
  const title = `Deals behind ${words(bar).toLowerCase()}: ${list.length < behind ? `the largest ${count(list.length)} of ` : ''}${count(behind)}`;
  return folded(title, element('ul', {}, ...list.map(deal => element('li', {}, `${money(deal.value)} on ${deal.on} · ${deal.id}`))));
}

function pipeline({ totals, groups }) {
  const row = (name, group, nominal) => [name, count(group.open), count(nominal), money(group.openValue), money(group.weightedValue)];
  const nominal = groups.reduce((sum, group) => sum + group.nominal, 0);
  return {
    note: 'Open deals by the last stage that was proven; nominal ones were moved into a stage without having entered it.',
    chart: lyingBars(groups.map(group => ({
      name: group.key, value: group.open,
      text: group.open > 0 && group.weightedValue ? `${count(group.open)} · ${roundMoney(group.weightedValue.amount, group.weightedValue.currency)}` : count(group.open),
    }))),
    height: 30 * groups.length + 24,
    figures: [table('Open deals by true stage', ['Stage', 'Open', 'Nominal', 'Value', 'Weighted'],
      groups.map(group => row(group.key, group, group.key === 'S0' ? null : group.nominal)), [row('All', totals, nominal)])],
  };
}

/** Days are those of the deals that stand in a stage, and of those that have left it. */
function stages({ totals: { stages: steps } }) {
  const blocked = steps.flatMap(step => step.blocked.map(({ missing, count: deals }) => [step.stage, missing, count(deals)]));
  return {
    note: 'Days that open deals have stood in their true stage, how many came on from it, and what kept others from advancing. Won deals have reached every stage.',
    chart: standingBars(steps.map(step => step.stage), [
      { name: 'Median days', colour: 'strong', values: steps.map(step => step.ageing.median) },
      { name: 'Nine in ten within', colour: 'soft', values: steps.map(step => step.ageing.p90) },
    ]),
    height: 240,
    figures: [
      table('Conversion of each stage', ['Stage', 'Entered', 'Through', 'Rate', 'Reached', 'Skipped', 'Again'],
        steps.map(step => [step.stage, count(step.entered), count(step.succeeded), rate(step.conversion), count(step.reached), count(step.skipped), count(step.reEntered)])),
      table('Days in each stage', ['Stage', 'Standing', 'Median days', '9 in 10', 'Left', 'Median stay', '9 in 10'],
        steps.map(step => [step.stage, count(step.standing), count(step.ageing.median), count(step.ageing.p90),
          count(step.left), count(step.daysInStage.median), count(step.daysInStage.p90)])),
      blocked.length > 0 && table('What keeps deals from advancing', ['Stage', 'Missing', 'Deals'], blocked),
    ].filter(Boolean),
  };
}

/** Slips in days: against the first plan, then against the present one. */
function milestones({ totals, groups, missing }) {
  const planned = groups.filter(group => group.planned > 0);
  const slip = days => days.original === null ? nothing : `${days.original} / ${days.current ?? nothing}`;
  const row = (name, group) => [name, `${count(group.reached)} of ${count(group.planned)}`, count(group.late), count(group.overdue), slip(group.averageSlipDays)];
  return {
    note: missing.length > 0
      ? `No plan has been said by this day: ${count(totals.reached)} reached, and no day to measure that against.`
      : `${count(totals.planned)} planned, ${count(totals.reached)} reached, ${count(totals.late)} of them late; ${count(totals.overdue)} overdue. `
        + 'Slips are average days against the first and the present plan.',
    chart: planned.length > 0 && lyingBars(planned.map(group => ({
      name: words(group.key), value: group.reached, text: `${count(group.reached)} of ${count(group.planned)}`,
    }))),
    height: 36 * planned.length + 24,
    figures: [table('Milestones, plan against actual', ['Milestone', 'Reached', 'Late', 'Overdue', 'Slip'],
      groups.map(group => row(words(group.key), group)), [row('All', totals)])],
  };
}

function closures({ totals, groups }) {
  return {
    note: `${count(totals.open)} open; ${count(totals.blocked)} attempts to close were refused, ${count(totals.waivedItems)} items waived.`,
    figures: [table('Items of closures', ['Item', 'Open', 'Done', 'Waived'],
      groups.map(group => [words(group.key), count(group.open), count(group.done), count(group.waived)]))],
  };
}

function collections(answer) {
  const sums = answer.totals ?? {};
  const bars = ['due', 'received', 'overdue'].filter(name => isMoney(sums[name]));
  const groups = answer.groups ?? [];
  return {
    chart: bars.length > 0 && lyingBars(bars.map(name => ({
      name: words(name), value: length(sums[name]), text: roundMoney(sums[name].amount, sums[name].currency),
    }))),
    height: 36 * bars.length + 24,
    figures: [totals('Collections', sums), groups.length > 0 && listed('Collections by group', groups)].filter(Boolean),
  };
}

function handovers(answer) {
  return { figures: [totals('Handovers', answer.totals)] };
}

/** A report's totals as they are, one measure a row. */
const totals = (caption, sums) => table(caption, ['', 'All'],
  Object.entries(sums ?? {}).filter(([, value]) => plain(value)).map(([name, value]) => [words(name), measure(name, value)]));

/** A report's groups as they are, one measure a column. */
function listed(caption, groups) {
  const columns = [...new Set(groups.flatMap(Object.keys))].filter(name => groups.every(group => plain(group[name])));
  return table(caption, columns.map(words), groups.map(group => columns.map(name => measure(name, group[name]))));
}

const plain = value => value == null || typeof value !== 'object' || isMoney(value);
