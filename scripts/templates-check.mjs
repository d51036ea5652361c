// npm run templates:check — the ready-made templates against WhatsApp's rules, with the command as it
// is in cli/. Other files or options:  npm run templates:check -- my-templates --strict
import { runCli } from './lib/run-cli.mjs';

const given = process.argv.slice(2);
const words = given.some((word) => !word.startsWith('-')) ? given : ['flows/templates', ...given];
await runCli(['templates', 'check', ...words]);
