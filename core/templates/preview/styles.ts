import { ICONS, iconRule } from './icons';

const LIGHT =
	'--wap-page:#f4f6f6;--wap-ink:#3b4a54;--wap-wall:#efeae2;--wap-doodle:#d8cdbb;--wap-bubble:#fff;--wap-text:#111b21;' +
	'--wap-soft:#667781;--wap-link:#027eb5;--wap-button:#008069;--wap-line:#e4e8ea;--wap-panel:#f2f4f4;' +
	'--wap-media:#dfe5e7;--wap-on-media:#8696a0;--wap-chip:#d9f5e3;--wap-on-chip:#0b5d3f;--wap-shade:rgb(11 20 26/16%);' +
	'--wap-map:#dcebdc;--wap-road:#f6f3ec;--wap-park:#cfe6cf;color-scheme:light;';
const DARK =
	'--wap-page:#111b21;--wap-ink:#c3cdd3;--wap-wall:#0b141a;--wap-doodle:#16222a;--wap-bubble:#1f2c34;--wap-text:#e9edef;' +
	'--wap-soft:#93a3ac;--wap-link:#53bdeb;--wap-button:#21c063;--wap-line:#2f3c44;--wap-panel:#17232a;' +
	'--wap-media:#2a3942;--wap-on-media:#8696a0;--wap-chip:#12433a;--wap-on-chip:#8ff0c8;--wap-shade:rgb(0 0 0/40%);' +
	'--wap-map:#26352f;--wap-road:#3a4444;--wap-park:#2c4436;color-scheme:dark;';

const DOODLES =
	"%3Csvg xmlns='http://www.w3.org/2000/svg' width='160' height='160' fill='none' stroke='%23000' stroke-width='1.5' " +
	"stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M14 20h28v6a4 4 0 0 0 0 7v6H14v-6a4 4 0 0 0 0-7zM33 23v3M33 29v3M33 35v2" +
	'M98 18l3.6 8 9 1-6.6 6 1.8 9-7.8-4.5-7.8 4.5 1.8-9-6.6-6 9-1zM18 96h26v22H18zM18 103h26M25 92v6M37 92v6M104 92c8 0 14 5 14 11s-6 11' +
	'-14 11l-5-1-7 4 2-7c-3-2-4-4-4-7 0-6 6-11 14-11zM60 62a7 7 0 0 1 14 0v10a7 7 0 0 1-14 0zM56 71a11 11 0 0 0 22 0M67 82v6M140 58a10 10 0 0' +
	" 0-10 10c0 8 10 18 10 18s10-10 10-18a10 10 0 0 0-10-10zM66 128h20v13a10 10 0 0 1-20 0zM86 131h5a4 4 0 0 1 0 9h-5'/%3E%3C/svg%3E";

/**
 * The style sheet of a preview. Every rule begins with a class of ours, so that it changes nothing where
 * the preview is put into another page. Directions stand here as well as in `dir`, which n8n removes.
 */
export const STYLE = `
.wap-page{${LIGHT}}
.wap-page.wap-dark{${DARK}}
@media (prefers-color-scheme:dark){.wap-page.wap-auto{${DARK}}}
body:has(>.wap-page){margin:0}
.wap-page,.wap-page *{box-sizing:border-box}
.wap-page{min-height:100vh;padding:20px;background:var(--wap-page);color:var(--wap-ink);
font:14.5px/1.42 Roboto,"Segoe UI",system-ui,-apple-system,"Helvetica Neue","Noto Sans","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",
"Yu Gothic UI",Meiryo,"Noto Sans Arabic","Noto Sans Hebrew",sans-serif,"Noto Color Emoji"}
.wap-title{margin:0 0 16px;font-size:19px;font-weight:600;line-height:1.3;unicode-bidi:plaintext;text-align:start}
.wap-grid{display:grid;gap:24px 20px;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));align-items:start}
.wap-one{margin:0;max-width:380px;min-width:0}
.wap-caption{margin:0 2px 8px;font-size:12.5px;line-height:1.45;overflow-wrap:anywhere}
.wap-caption b{font-weight:600}
.wap-chat{position:relative;isolation:isolate;overflow:hidden;padding:16px 34px 18px 18px;border-radius:12px;
background:var(--wap-wall);color:var(--wap-text);box-shadow:inset 0 0 0 1px var(--wap-shade)}
.wap-chat::before{position:absolute;z-index:-1;inset:0;background:var(--wap-doodle);content:"";
-webkit-mask:url("data:image/svg+xml,${DOODLES}") 0 0/150px;mask:url("data:image/svg+xml,${DOODLES}") 0 0/150px}
.wap-rtl{padding:16px 18px 18px 34px;direction:rtl}
.wap-bubble,.wap-card{padding:4px;border-radius:10px;background:var(--wap-bubble);box-shadow:0 1px 1.5px var(--wap-shade);
overflow-wrap:anywhere;text-align:start}
.wap-bubble{position:relative;border-start-start-radius:0}
.wap-bubble::before{position:absolute;top:0;left:-8px;width:9px;height:12px;background:inherit;clip-path:polygon(0 0,100% 0,100% 100%);content:""}
.wap-rtl .wap-bubble::before{right:-8px;left:auto;clip-path:polygon(0 0,100% 0,0 100%)}
.wap-text{padding:3px 7px 0}
.wap-line{min-height:1.42em;white-space:pre-wrap;unicode-bidi:plaintext;text-align:start}
.wap-head{padding:4px 7px 0;font-weight:700;white-space:pre-wrap;unicode-bidi:plaintext;text-align:start}
.wap-quote{margin:2px 0;padding:2px 9px;border-inline-start:3px solid var(--wap-on-media);color:var(--wap-soft)}
.wap-list{margin:1px 0;padding:0;list-style:none}
.wap-list li{display:flex;gap:6px;padding-inline-start:8px}
.wap-list .wap-line{flex:1;min-width:0}
.wap-mark{flex:none;min-width:1em}
.wap-code{padding:0 3px;border-radius:3px;background:var(--wap-panel);font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.92em}
.wap-link{color:var(--wap-link)}
.wap-sample{border-bottom:1px dashed var(--wap-on-media);color:var(--wap-soft);font-style:italic}
.wap-chip{padding:1px 5px;border-radius:4px;background:var(--wap-chip);color:var(--wap-on-chip);font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;
font-size:.84em;font-weight:400;unicode-bidi:isolate;direction:ltr;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.wap-foot{padding:3px 7px 0;color:var(--wap-soft);font-size:13px;white-space:pre-wrap;unicode-bidi:plaintext;text-align:start}
.wap-time{padding:0 7px 3px;color:var(--wap-soft);font-size:11px;text-align:end}
.wap-time span{unicode-bidi:isolate;direction:ltr}
.wap-media{position:relative;display:grid;place-items:center;overflow:hidden;aspect-ratio:1.91;border-radius:7px;background:var(--wap-media);color:var(--wap-on-media)}
.wap-card .wap-media{aspect-ratio:1.4}
.wap-media>.wap-i{width:44px;height:44px}
.wap-picture{position:absolute;inset:0;background:center/cover no-repeat}
.wap-play{position:absolute;display:grid;width:52px;height:52px;place-items:center;border-radius:50%;background:rgb(11 20 26/55%);color:#fff}
.wap-play .wap-i{width:30px;height:30px}
.wap-media small{position:absolute;inset:auto 0 0;max-height:100%;overflow:hidden;padding:4px 8px;background:var(--wap-panel);color:var(--wap-soft);font-size:11.5px}
.wap-file{display:flex;gap:10px;align-items:center;padding:11px 10px;border-radius:7px;background:var(--wap-panel)}
.wap-file .wap-i{width:27px;height:27px;color:#e5484d}
.wap-file div,.wap-place div,.wap-offer div,.wap-item div{min-width:0}
.wap-file small,.wap-place small,.wap-item small{display:block;color:var(--wap-soft);font-size:12px}
.wap-place{overflow:hidden;border-radius:7px;background:var(--wap-panel)}
.wap-map{display:grid;height:104px;place-items:center;color:#e5484d;
background:linear-gradient(115deg,transparent 62%,var(--wap-park) 62% 84%,transparent 84%),linear-gradient(20deg,transparent 46%,var(--wap-road) 46% 52%,transparent 52%),
repeating-linear-gradient(100deg,transparent 0 58px,var(--wap-road) 58px 64px),var(--wap-map)}
.wap-map .wap-i{width:36px;height:36px}
.wap-where{padding:7px 10px 8px}
.wap-where b{display:block;font-weight:600}
.wap-where b,.wap-where small{unicode-bidi:plaintext;text-align:start}
.wap-item{display:flex;gap:10px;align-items:center;padding:10px;border-radius:7px;background:var(--wap-panel)}
.wap-item>.wap-i{width:44px;height:44px;padding:9px;color:var(--wap-on-media)}
.wap-offer{display:flex;gap:10px;align-items:center;margin-top:4px;padding:9px 10px;border-radius:7px;background:var(--wap-panel)}
.wap-offer .wap-i{width:30px;height:30px;color:var(--wap-button)}
.wap-offer b{display:block;font-weight:600;unicode-bidi:plaintext;text-align:start}
.wap-offer span.wap-fact{display:block;color:var(--wap-soft);font-size:13px}
.wap-buttons{margin:3px -4px -4px}
.wap-button{display:block;padding:10px;border-top:1px solid var(--wap-line);color:var(--wap-button);font-weight:500;text-align:center}
.wap-button .wap-i{width:17px;height:17px;margin-inline-end:6px;vertical-align:-3px}
.wap-label{unicode-bidi:isolate}
.wap-button small{display:block;margin-top:1px;color:var(--wap-soft);font-size:11.5px;font-weight:400;line-height:1.35;direction:ltr;unicode-bidi:isolate}
.wap-more{margin-top:8px;border-radius:10px;background:var(--wap-bubble);box-shadow:0 1px 1.5px var(--wap-shade);overflow-wrap:anywhere}
.wap-more .wap-button:first-child{border-top:0}
.wap-cards{display:flex;gap:8px;overflow-x:auto;margin:8px -34px -4px -4px;padding:1px 34px 8px 4px;scrollbar-width:thin;scrollbar-color:var(--wap-on-media) transparent}
.wap-rtl .wap-cards{margin:8px -4px -4px -34px;padding:1px 4px 8px 34px}
.wap-card{display:flex;flex:0 0 236px;flex-direction:column}
.wap-card .wap-text{flex:1;padding-bottom:6px}
.wap-i{display:inline-block;flex:none;background:currentColor;-webkit-mask:center/contain no-repeat;mask:center/contain no-repeat}
${ICONS.map(iconRule).join('\n')}
`.trim();
