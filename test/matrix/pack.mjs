// The pack of message templates, put into the simulator's account and filled in by hand: what should stand on a phone
// must not be computed by the code that is tried here.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { json } from '../../scripts/lib/demo.mjs';
import { repoRoot } from '../../scripts/lib/paths.mjs';

const folder = path.join(repoRoot, 'flows/templates');

/** @returns every definition of the pack */
export async function readPack() {
	const names = (await readdir(folder, { withFileTypes: true })).filter((entry) =>
		entry.isDirectory(),
	);
	const files = await Promise.all(
		names.map(async ({ name }) =>
			(await readdir(path.join(folder, name))).map((file) => path.join(folder, name, file)),
		),
	);
	return await Promise.all(
		files.flat().map(async (file) => JSON.parse(await readFile(file, 'utf8'))),
	);
}

/** Creates the pack in an empty account of the simulator, and has it approved. */
export async function approvePack(simulatorUrl, pack) {
	const { apiUrl, apiVersion, businessAccountId, accessToken } = await json(
		`${simulatorUrl}/sim/credentials`,
	);
	await json(`${simulatorUrl}/sim/control`, 'PATCH', {
		templates: { review: 'approve', afterMs: 0 },
	});
	for (const definition of pack) {
		const answer = await fetch(`${apiUrl}/${apiVersion}/${businessAccountId}/message_templates`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
			body: JSON.stringify(metaTemplate(definition)),
		});
		if (!answer.ok) throw new Error(`${definition.name}: ${await answer.text()}`);
	}
}

/** Meta, "Create and manage templates": named parameters with an example each. */
function metaTemplate({ name, language, category, header, body, footer, buttons, samples }) {
	const examples = placeholders(body).map((variable) => ({
		param_name: variable,
		example: samples[variable],
	}));
	return {
		...{ name, language, category, parameter_format: 'NAMED' },
		components: [
			{ type: 'HEADER', format: 'TEXT', text: header.text },
			{ type: 'BODY', text: body, example: { body_text_named_params: examples } },
			{ type: 'FOOTER', text: footer },
			{
				type: 'BUTTONS',
				buttons: buttons.map(({ text }) => ({ type: 'QUICK_REPLY', text })),
			},
		],
	};
}

const placeholders = (text) =>
	[...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].map((mark) => mark.slice(2, -2));

/** The body of a template with these values; one that is missing is a mistake of the case. */
export function bodyOf(pack, name, language, values) {
	const definition = pack.find((one) => one.name === name && one.language === language);
	if (!definition) throw new Error(`The pack has no ${name} in ${language}`);
	return definition.body.replace(/\{\{(\w+)\}\}/g, (_mark, variable) => {
		const value = values[variable];
		if (value === undefined) throw new Error(`${name}: no value for ${variable}`);
		return value;
	});
}
