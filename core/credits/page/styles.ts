import { LIGHT } from '../../notifications/report/styles';

/**
 * Colours that people with any kind of colour vision tell apart (Okabe and Ito, darkened for white and lightened for
 * black until each stands out from the card by 3:1).
 */
const LIGHT_SERIES =
	'--wac-marketing:#0072b2;--wac-utility:#d55e00;--wac-authentication:#00875f;--wac-service:#b3478f;--wac-other:#5f6f79;' +
	'--wac-country:#0072b2;--wac-balance:#00875f;--wac-ahead:#d55e00;--wac-on-stop:#c62f3b;';
const DARK_SERIES =
	'--wac-marketing:#56b4e9;--wac-utility:#f0a030;--wac-authentication:#2bc796;--wac-service:#e08fc4;--wac-other:#9aa9b2;' +
	'--wac-country:#56b4e9;--wac-balance:#2bc796;--wac-ahead:#f0a030;--wac-on-stop:#ff8088;';

/** On top of the style sheet of notifications, whose rules about classes and loading hold here, too. */
export const STYLE = `
.wan-page{${LIGHT_SERIES}}
.wan-page.wan-dark{${DARK_SERIES}}
@media (prefers-color-scheme:dark){.wan-page.wan-auto{${DARK_SERIES}}}
.wan-page.wan-page.wac-print{${LIGHT}${LIGHT_SERIES}}
@media print{.wan-page.wan-page{${LIGHT}${LIGHT_SERIES}}}
.wan-page .wac-tiles{grid-template-columns:repeat(4,minmax(0,1fr))}
@media (max-width:900px){.wan-page .wac-tiles{grid-template-columns:repeat(2,minmax(0,1fr))}}
.wac-tiles .wan-tile b{overflow-wrap:anywhere}
.wac-tiles .wan-tile small{margin-top:3px}
.wac-tiles .wan-stop b{color:var(--wac-on-stop)}
.wac-tiles .wan-stop{border-color:var(--wac-on-stop)}
.wac-picture{display:grid;gap:18px;grid-template-columns:minmax(0,1fr)}
.wac-pictures .wac-picture{grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:start}
.wac-pictures .wac-picture.wac-wide{grid-template-columns:minmax(0,1fr)}
.wac-wide .wan-table .wan-n{width:auto}
.wac-chart{display:none;position:relative;height:340px}
.wac-chart.wac-drawn{display:block}
.wac-table{max-height:352px;overflow:auto;background:linear-gradient(to left,var(--wan-card) 16px,transparent) right/56px 100% no-repeat local,linear-gradient(to left,var(--wan-line),transparent) right/20px 100% no-repeat}
.wac-table thead th,.wac-table thead td{position:sticky;top:0;background:var(--wan-card)}
.wac-table thead td{border-top:0}
.wac-table thead th,.wac-table thead td{box-shadow:inset 0 -1px var(--wan-line);z-index:1}
.wac-table tfoot td{box-shadow:inset 0 1px var(--wan-line);z-index:1}
.wac-table tbody th,.wac-table th:first-child,.wac-table td:first-child{position:sticky;left:0;background:var(--wan-card)}
.wac-table thead th:first-child,.wac-table tfoot td:first-child{z-index:2}
.wac-table tbody th{padding:8px 14px 8px 0;border-top:1px solid var(--wan-line);color:inherit;font-size:inherit;vertical-align:top}
.wac-table tfoot td{position:sticky;bottom:0;background:var(--wan-card)}
.wac-table:focus-visible{outline:3px solid var(--wan-blue);outline-offset:2px}
.wac-bar{width:40%;min-width:90px;vertical-align:middle}
.wac-bar .wan-track{display:block;height:14px}
.wac-bar .wan-bar{background:var(--wac-country)}
.wac-pictures .wac-bar{display:none}
.wac-swatch{display:inline-block;width:10px;height:10px;margin-inline-end:6px;border-radius:2px;vertical-align:baseline}
${['marketing', 'utility', 'authentication', 'service', 'other']
	.map((name) => `.wac-swatch.wac-${name}{background:var(--wac-${name})}`)
	.join('')}
.wac-health th{width:1%;min-width:150px;padding:10px 22px 10px 0;border-top:1px solid var(--wan-line);vertical-align:top;white-space:normal}
.wac-health td{padding:10px 0}
.wac-health tr:first-child th,.wac-health tr:first-child td{border-top:0}
.wac-health small{margin-top:4px}
.wac-state{font-weight:600;color:var(--wan-teal)}
.wac-state.wac-bad{color:var(--wan-amber)}.wac-state.wac-stop{color:var(--wac-on-stop)}
.wac-steps{display:flex;gap:4px;max-width:560px;margin:0;padding:0;list-style:none}
.wac-step{flex:1 1 0;min-width:0;color:var(--wan-soft);font-size:13px;text-align:center;overflow-wrap:anywhere}
.wac-step span{display:block;height:12px;margin-bottom:4px;border-radius:4px;background:var(--wan-track)}
.wac-step b{color:var(--wan-ink);font-size:14px}
.wac-step.wac-green span{background:var(--wac-authentication)}
.wac-step.wac-yellow span{background:var(--wan-amber)}
.wac-step.wac-red span{background:var(--wan-red)}
.wac-step.wac-level span{background:var(--wac-country)}
.wac-used{display:block;max-width:560px;height:14px;margin-top:12px}
.wac-used .wan-bar{background:var(--wac-country)}
.wac-used .wan-bar.wac-nearly{background:var(--wan-amber)}
.wac-troubles{display:grid;gap:6px 26px;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));margin-top:12px}
.wac-troubles h3{margin:6px 0 2px;font-size:14px;font-weight:650}
.wac-troubles ul,.wac-evidence,.wac-evidence ul{margin:0;padding-inline-start:20px}
.wac-troubles li{margin:2px 0;overflow-wrap:anywhere}
.wac-troubles small{color:var(--wan-soft)}
.wac-evidence{color:var(--wan-soft);font-size:13.5px;overflow-wrap:anywhere}
.wac-evidence>li{margin:4px 0}
.wac-tiles a{color:inherit}
@media (max-width:760px){.wac-pictures .wac-picture{grid-template-columns:minmax(0,1fr)}.wac-chart{height:260px}}
@media (max-width:520px){.wan-page .wac-tiles{gap:8px}.wac-tiles .wan-tile{padding:10px 12px}.wac-tiles .wan-tile b{font-size:21px}
.wac-health,.wac-health tbody,.wac-health tr,.wac-health th,.wac-health td{display:block;width:auto}
.wac-health td{padding-top:0;border-top:0}.wac-health th{padding-bottom:2px}.wac-step{font-size:11.5px}.wac-step b{font-size:12px}.wac-bar{display:none}}
@media print{.wan-page.wan-page{min-height:0;padding:0}.wac-table{max-height:none;overflow:visible}.wac-table.wac-table :is(th,td){position:static}
.wac-picture.wac-picture{grid-template-columns:minmax(0,1fr)}.wan-card,.wan-tile{break-inside:avoid-page}.wac-picture .wac-table{break-inside:auto}}
`.trim();
