import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this clone. */
export const repoRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
