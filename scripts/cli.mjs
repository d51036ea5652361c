// npm run cli -- templates check my-templates — the command whatsapp-events as it is in cli/.
import { runCli } from './lib/run-cli.mjs';

await runCli(process.argv.slice(2), process.env.INIT_CWD);
