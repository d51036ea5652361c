// Lint in three layers: TypeScript's own rules everywhere, n8n's rules for what n8n reviews
// (nodes/, credentials/, package.json), and the four boundaries of the design as import rules.
import { createRequire } from 'node:module';
import path from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { repoRoot } from './scripts/lib/paths.mjs';
import { ensureScanner } from './scripts/lib/tool-install.mjs';

// n8n's plugins are not devDependencies: one of them has an install script that refuses npm.
// They come with the community scanner, which is installed beside the clone without such scripts.
const scannerDir = await ensureScanner();
const fromScanner = createRequire(path.join(scannerDir, 'package.json'));
const { n8nCommunityNodesPlugin } = fromScanner('@n8n/eslint-plugin-community-nodes');
const n8nNodesBasePlugin = fromScanner('eslint-plugin-n8n-nodes-base');

const TESTS = ['**/*.test.ts', '**/test/**/*.ts', '**/testing/**/*.ts'];
const N8N_SOURCE = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const N8N_REVIEWED = ['package.json', ...N8N_SOURCE, 'nodes/**/*.json'];

const EQUALITY = ['error', 'always', { null: 'ignore' }];
const UNUSED = ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }];

/** Names for `no-restricted-globals`, all with one reason. */
const forbid = (names, message) => names.map((name) => ({ name, message }));

/** For `no-restricted-imports`: everything is refused but relative paths and the modules named. */
const onlyModules = (modules, message) => ({
	regex: `^(?!\\.{1,2}/|\\.{1,2}$|(${modules.join('|')})$)`,
	message,
});

/** For `no-restricted-imports`: relative paths that leave for another top-level folder. */
const noFolders = (folders, message) => ({
	regex: `^(\\.\\./)+(${folders.join('|')})(/|$)|^@whatsapp-events/(${folders.join('|')})(/|$)`,
	message,
});

const restrictImports = (...patterns) => ({
	'no-restricted-imports': 'off',
	'@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});

export default tseslint.config(
	{
		ignores: [
			'**/node_modules/',
			'**/dist/',
			'**/build/',
			'**/coverage/',
			'**/.data/',
			'**/fixtures/',
			'examples/**/*.json',
			'node-red/resources/',
			'node-red/examples/',
			'test/n8n/',
			'test/scanner/',
		],
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },

	{
		name: 'scripts and configuration',
		files: ['**/*.{js,mjs,cjs}'],
		extends: [js.configs.recommended],
		languageOptions: {
			ecmaVersion: 'latest',
			// What this Node offers, and what it gives to a CommonJS file.
			globals: Object.fromEntries(
				[
					...Object.getOwnPropertyNames(globalThis),
					...['require', 'module', 'exports', '__dirname', '__filename'],
				].map((name) => [name, 'readonly']),
			),
		},
		rules: { eqeqeq: EQUALITY, 'no-unused-vars': UNUSED },
	},
	{
		name: 'end-to-end tests: some of their functions run in the page',
		files: ['test/e2e/**/*.mjs'],
		languageOptions: {
			globals: Object.fromEntries(
				['window', 'document', 'location', 'innerWidth', 'innerHeight', 'getComputedStyle'].map(
					(name) => [name, 'readonly'],
				),
			),
		},
	},
	{
		files: ['gulpfile.js', 'jest.config.js', 'node-red/*.js', '**/*.cjs'],
		languageOptions: { sourceType: 'commonjs' },
	},

	{
		name: 'TypeScript',
		files: ['**/*.ts'],
		extends: [js.configs.recommended, ...tseslint.configs.strict],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: repoRoot },
		},
		rules: {
			eqeqeq: EQUALITY,
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': UNUSED,
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			// Needs types, and is worth its seconds: a send nobody waits for is a send nobody settles.
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			// The compiler's noUncheckedIndexedAccess asks for `!` where a length was just checked.
			'@typescript-eslint/no-non-null-assertion': 'off',
		},
	},
	{
		name: 'tests',
		files: TESTS,
		rules: {
			// Tests hand in what no typed caller could.
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-empty-function': 'off',
		},
	},

	{
		name: 'boundary 1: core knows no engine',
		files: ['core/**/*.ts'],
		ignores: TESTS,
		rules: {
			...restrictImports(
				onlyModules(
					['crypto', 'node:crypto', 'libphonenumber-js/min'],
					'core knows no engine, no network, no files and no timers: take a port (core/ports.ts).',
				),
				noFolders(
					['nodes', 'credentials', 'node-red', 'simulator', 'cli', 'scripts', 'test', 'bench'],
					'core depends on nothing else in this repository.',
				),
			),
			'no-restricted-syntax': [
				'error',
				{ selector: 'ImportExpression', message: 'core is bundled whole: import statically.' },
			],
			'no-restricted-globals': [
				'error',
				...forbid(
					[
						...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
						...['clearTimeout', 'clearInterval', 'clearImmediate'],
					],
					'core has no timers: take the Clock port. The community scanner refuses them, too.',
				),
				...forbid(
					[
						'process',
						'global',
						'globalThis',
						'self',
						'__dirname',
						'__filename',
						'require',
						'module',
					],
					'core knows no engine. The community scanner refuses this in the bundle.',
				),
				...forbid(['console'], 'Take the Logger port.'),
				...forbid(['fetch', 'XMLHttpRequest', 'WebSocket'], 'Take the Transport port.'),
			],
			'no-eval': 'error',
			'no-new-func': 'error',
		},
	},
	{
		name: 'boundary 2: nodes are thin',
		files: N8N_SOURCE,
		ignores: TESTS,
		rules: restrictImports(
			onlyModules(
				['n8n-workflow', 'crypto'],
				'A node reads parameters, calls core and maps results: no other module belongs here.',
			),
			noFolders(
				['node-red', 'simulator', 'cli', 'scripts', 'test', 'bench'],
				'What is published depends on core only.',
			),
		),
	},
	{
		name: 'boundary 2 for Node-RED: the adapter',
		files: ['node-red/engine/**/*.ts'],
		ignores: TESTS,
		rules: restrictImports(
			onlyModules(
				['node:[a-z/]+', 'axios', 'node-red', 'express'],
				'The package has one dependency, axios; node-red and express are types only.',
			),
			noFolders(
				['nodes', 'credentials', 'simulator', 'cli', 'scripts', 'test', 'bench'],
				'What is published depends on core only.',
			),
		),
	},
	{
		name: 'boundary 2 for Node-RED: nodes are thin',
		files: ['node-red/nodes/**/*.ts'],
		ignores: TESTS,
		rules: restrictImports(
			onlyModules(
				['node-red', 'p-limit'],
				'A node reads its fields, calls the engine and maps results: no other module belongs here.',
			),
			{
				regex: '^(\\.\\./)+(core|engine/)',
				message: 'Import from ../../engine: it is bundled once, for all nodes.',
			},
		),
	},
	{
		name: 'the dialogs of Node-RED run in the browser',
		files: ['node-red/editor/**/*.ts'],
		ignores: TESTS,
		rules: restrictImports(
			onlyModules([], 'The dialogs use the jQuery and the RED of the editor.'),
			noFolders(
				['nodes', 'credentials', 'simulator', 'cli', 'scripts', 'test', 'bench', 'engine'],
				'What is published depends on core only.',
			),
		),
	},
	{
		name: 'boundary 4: the simulator shares no code with the client it checks',
		files: ['simulator/**/*.ts'],
		rules: restrictImports(
			noFolders(
				['core', 'nodes', 'credentials', 'node-red', 'cli', 'bench'],
				"The simulator is built from Meta's documentation; shared code would hide a misreading.",
			),
			{
				regex: '^(n8n-|node-red|libphonenumber-js)',
				message: 'The simulator knows no engine, and none of the libraries of the client.',
			},
		),
	},
	{
		name: 'the command line knows core and Node, and nothing else',
		files: ['cli/**/*.ts'],
		ignores: TESTS,
		rules: restrictImports(
			onlyModules(['node:[a-z/_]+'], 'The command has no dependencies.'),
			noFolders(
				['nodes', 'credentials', 'node-red', 'simulator', 'scripts', 'test', 'bench'],
				'What is published depends on core only.',
			),
		),
	},

	{
		name: "n8n: the community scanner's rules",
		files: N8N_REVIEWED,
		plugins: { '@n8n/community-nodes': n8nCommunityNodesPlugin },
		// The scanner ignores disabling comments; so do we.
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
		rules: { ...n8nCommunityNodesPlugin.configs.recommended.rules, 'no-console': 'error' },
	},
	{ plugins: { 'n8n-nodes-base': n8nNodesBasePlugin } },
	{
		name: 'n8n: package.json',
		files: ['package.json'],
		rules: n8nNodesBasePlugin.configs.community.rules,
	},
	{
		name: 'n8n: credentials',
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBasePlugin.configs.credentials.rules,
			// Off in the scanner as well: not valid for community nodes, or superseded by its newer rules.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		name: 'n8n: nodes',
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBasePlugin.configs.nodes.rules,
			// Off in the scanner as well: inputs and outputs may be an enum; a maximum may be real.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	// n8n's rules read JSON as an object literal, which this parser makes of it.
	{ files: ['package.json', 'nodes/**/*.json'], languageOptions: { parser: tseslint.parser } },
);
