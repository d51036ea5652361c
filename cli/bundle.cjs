/** The command with core inside, as one file: `node cli/bundle.cjs [folder]`. */
const path = require('node:path');
const esbuild = require('esbuild');

const OUT = path.join(__dirname, 'dist');

async function bundleCli(outdir = OUT) {
	await esbuild.build({
		entryPoints: { main: path.join(__dirname, 'main.ts') },
		outdir,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'warning',
	});
}

module.exports = { bundleCli };
if (require.main === module) void bundleCli(process.argv[2]);
