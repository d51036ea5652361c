export const LIGHT =
	'--wan-page:#f4f6f6;--wan-card:#fff;--wan-ink:#1d2b33;--wan-soft:#5f6f79;--wan-line:#dfe5e7;--wan-track:#e8edee;' +
	'--wan-green:#00a884;--wan-blue:#0b84d8;--wan-teal:#06735f;--wan-amber:#b26a00;--wan-red:#c62f3b;--wan-grey:#8a979e;' +
	'--wan-warn:#fff4dc;--wan-on-warn:#664400;--wan-button:#007a60;--wan-on-button:#fff;color-scheme:light;';
const DARK =
	'--wan-page:#111b21;--wan-card:#1b272e;--wan-ink:#e4eaed;--wan-soft:#9aa9b2;--wan-line:#2d3b43;--wan-track:#2a373e;' +
	'--wan-green:#21c79b;--wan-blue:#53bdeb;--wan-teal:#7be0c6;--wan-amber:#f0b04f;--wan-red:#ff8088;--wan-grey:#75858e;' +
	'--wan-warn:#3d3117;--wan-on-warn:#ffdf9c;--wan-button:#1fb389;--wan-on-button:#06231b;color-scheme:dark;';

/**
 * The style sheet of the pages of a notification. Every rule begins with a class of ours; nothing is loaded, and nothing needs
 * what n8n's HTML display removes (`svg`, `style` attributes): the lengths of bars are classes, `wan-w0` to `wan-w100`.
 */
export const STYLE = `
.wan-page{${LIGHT}}
.wan-page.wan-dark{${DARK}}
@media (prefers-color-scheme:dark){.wan-page.wan-auto{${DARK}}}
body:has(>.wan-page){margin:0}
.wan-page,.wan-page *{box-sizing:border-box}
.wan-page{min-height:100vh;padding:28px 20px 40px;background:var(--wan-page);color:var(--wan-ink);
font:15px/1.5 Roboto,"Segoe UI",system-ui,-apple-system,"Helvetica Neue","Noto Sans","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif}
.wan-all{max-width:1120px;margin:0 auto}
.wan-kicker{margin:0;color:var(--wan-soft);font-size:13px}
.wan-title{margin:2px 0 4px;font-size:25px;font-weight:650;line-height:1.25;overflow-wrap:anywhere}
.wan-facts{margin:0 0 18px;color:var(--wan-soft);overflow-wrap:anywhere}
.wan-tiles{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(min(100%,148px),1fr));margin:0 0 16px}
.wan-tile{padding:14px 16px;border:1px solid var(--wan-line);border-radius:12px;background:var(--wan-card)}
.wan-tile b{display:block;font-size:28px;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
.wan-tile span{color:var(--wan-soft)}
.wan-tile small{display:block;color:var(--wan-soft);font-size:12.5px}
.wan-good b{color:var(--wan-teal)}.wan-bad b{color:var(--wan-amber)}
.wan-card{margin:0 0 16px;padding:16px 18px;border:1px solid var(--wan-line);border-radius:12px;background:var(--wan-card)}
.wan-card h2{margin:0 0 10px;font-size:16.5px;font-weight:650}
.wan-card p{margin:8px 0 0}
.wan-note{color:var(--wan-soft);font-size:13px}
.wan-warn{margin:0 0 16px;padding:12px 16px;border-radius:12px;background:var(--wan-warn);color:var(--wan-on-warn)}
.wan-actions{display:flex;flex-wrap:wrap;gap:10px;margin:0 0 18px}
.wan-actions a{display:inline-block;padding:9px 18px;border:1px solid var(--wan-button);border-radius:8px;color:var(--wan-button);font-weight:600;text-decoration:none}
.wan-actions a.wan-first{background:var(--wan-button);color:var(--wan-on-button)}
.wan-actions a:focus-visible{outline:3px solid var(--wan-blue);outline-offset:2px}
.wan-scroll{overflow-x:auto}
.wan-table{width:100%;border-collapse:collapse}
.wan-table th{padding:4px 10px 6px 0;color:var(--wan-soft);font-size:13px;font-weight:500;text-align:start;white-space:nowrap}
.wan-table td{padding:8px 10px 8px 0;border-top:1px solid var(--wan-line);vertical-align:top;overflow-wrap:anywhere}
.wan-table .wan-n{width:1%;padding-inline-end:18px;text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.wan-table td small{display:block;color:var(--wan-soft);font-size:12.5px}
.wan-table tfoot td{font-weight:650}
.wan-bars{display:grid;gap:9px 14px;grid-template-columns:max-content 1fr max-content;align-items:center}
.wan-bars b{font-variant-numeric:tabular-nums;font-weight:600;text-align:end}
.wan-track{height:20px;overflow:hidden;border-radius:5px;background:var(--wan-track)}
.wan-bar{display:block;height:100%;border-radius:5px;background:var(--wan-grey)}
.wan-accepted,.wan-sent{background:var(--wan-green)}.wan-delivered{background:var(--wan-teal)}.wan-read{background:var(--wan-blue)}
.wan-failed{background:var(--wan-red)}.wan-unsent,.wan-unknown{background:var(--wan-amber)}
.wan-phones{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));align-items:start}
.wan-phones .wap-page{min-height:0;padding:0;background:none}
@media (max-width:520px){.wan-page{padding:18px 12px}.wan-bars{gap:8px 8px;font-size:13.5px}.wan-card{padding:14px 12px}}
@media print{.wan-actions{display:none}.wan-page{background:#fff}}
${Array.from({ length: 101 }, (_, n) => `.wan-w${n}{width:${n}%}`).join('')}
`.trim();
