// node load-package.cjs <folder>: loads every node and credential of an unpacked package as n8n does,
// with nothing around it but n8n-workflow. A module that was not bundled shows here, and not in
// somebody's n8n. Prints the type names as JSON.
const { existsSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const dir = path.resolve(process.argv[2]);
// What an n8n in the cloud gives a community package.
const OFFERED = new Set(['n8n-workflow', 'crypto', 'node:crypto']);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
	const ours = parent?.filename?.startsWith(dir + path.sep);
	if (!ours || /^\.{0,2}\//.test(request)) return resolve.call(this, request, parent, ...rest);
	if (OFFERED.has(request)) return resolve.call(this, request, module, ...rest);
	throw new Error(
		`${path.relative(dir, parent.filename)} needs '${request}', which is not bundled`,
	);
};

/** n8n takes the class's name from the file's. */
function load(file) {
	const full = path.join(dir, file);
	const name = path.basename(file).split('.')[0];
	const Type = require(full)[name];
	if (typeof Type !== 'function') throw new Error(`${file} exports no class ${name}`);
	const instance = new Type();
	const { name: typeName, icon } = instance.description ?? instance;
	for (const value of typeof icon === 'string' ? [icon] : Object.values(icon ?? {})) {
		const image = path.join(path.dirname(full), value.replace(/^file:/, ''));
		if (!existsSync(image)) throw new Error(`${file}: its icon ${value} is not in the package`);
	}
	return typeName;
}

const { n8n } = require(path.join(dir, 'package.json'));
const loaded = { nodes: n8n.nodes.map(load), credentials: n8n.credentials.map(load) };
process.stdout.write(JSON.stringify(loaded));
