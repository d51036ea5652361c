/** The text of browser/main.ts, bundled with its chart library: see scripts/lib/inline-script.cjs. */
declare const script: string;
export default script;
