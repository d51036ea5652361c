/** Every test that needs neither a browser nor a real n8n: core, simulator, and the nodes in process. */
module.exports = {
	testEnvironment: 'node',
	// Half of the tests wait for an engine or a socket: a worker for each processor, and not one fewer.
	maxWorkers: '100%',
	globalSetup: '<rootDir>/test/node-red/runtime/build.cjs',
	roots: [
		'<rootDir>/core',
		'<rootDir>/nodes',
		'<rootDir>/node-red',
		'<rootDir>/credentials',
		'<rootDir>/simulator',
		'<rootDir>/cli',
		'<rootDir>/test',
	],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['/dist/', '<rootDir>/test/n8n/', '<rootDir>/test/scanner/'],
	// The script of a page is its text: see scripts/lib/inline-script.cjs.
	moduleNameMapper: { '^(\\.{1,2}/.+)\\.inline$': '$1/main.ts' },
	transform: {
		'/browser/main\\.ts$': '<rootDir>/scripts/lib/inline-script.cjs',
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	testTimeout: 20_000,
};
