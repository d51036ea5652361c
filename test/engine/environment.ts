import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** n8n-core keeps an instance id in the user folder: tests get one of their own, and leave nothing. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'whatsapp-events-n8n-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'a key for tests only';
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_EXPRESSION_ENGINE = 'legacy';
// A test's own `process` never exits: jest's workers are ended from outside.
afterAll(() => rmSync(folder, { recursive: true, force: true }));
