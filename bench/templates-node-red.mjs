// The lists of templates in Node-RED's dialogs, in a browser, and Apply in a real flow.
/* global window, document -- timeUntilRows runs in the page */
import { launchBrowser } from '../scripts/lib/browser.mjs';
import { NodeRedEditor } from '../test/e2e/support/node-red-editor.mjs';
import { accountNode, nothing, TAB } from './node-red-flows.mjs';
import { counted, fillUp, listLine, searched } from './template-account.mjs';
import { applyLine } from './templates-n8n.mjs';

const manage = (id, more) => ({
	...{ id, type: 'whatsapp-manage-template', z: TAB.id, account: 'account', name: id },
	...{ definitionFrom: 'message', definition: 'payload', definitionType: 'msg' },
	...{ template: '', templateType: 'list', wires: [['done'], ['attention']], ...more },
});

const flows = ({ credentials }) => [
	TAB,
	accountNode(credentials),
	manage('under-test', { operation: 'apply', x: 300, y: 100 }),
	manage('bench-manage', { operation: 'getStatus', x: 300, y: 200 }),
	{
		...{
			id: 'bench-send',
			type: 'whatsapp-send-template',
			z: TAB.id,
			account: 'account',
			name: 'bench-send',
		},
		...{ template: '', templateType: 'list', to: 'payload.to', toType: 'msg' },
		...{ variablesFrom: 'fields', variables: [], x: 300, y: 300, wires: [['done'], ['attention']] },
	},
	nothing('done'),
	nothing('attention'),
];

/** The ready-made templates, applied where all of them are in the account as they should be. */
export async function applyInNodeRed({ ask, simulator, url }) {
	await ask({ flows: flows(simulator) });
	const answer = await fetch(`${url}/whatsapp-events/templates/ready-made`);
	const { definitions } = await answer.json();
	const first = await ask({ payload: definitions });
	if (first.error) throw new Error(first.error);
	fillUp(simulator);
	const run = await counted(simulator, async () => await ask({ payload: definitions }));
	const outcomes = run.result.outcomes.map((outcome) => ({ outcome }));
	return applyLine('templates-node-red-apply', simulator, run, outcomes);
}

/** Both dialogs; `read` is what a dialog asks Node-RED for, and gives the templates it gets. */
export async function dialogLists({ simulator, url }) {
	const account = draftOf(simulator);
	const post = async (path, more) => {
		const answer = await fetch(`${url}/whatsapp-events/${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ account, ...more }),
		});
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return await answer.json();
	};
	const dialogs = {
		send: { first: async () => await post('templates'), next: 'templates' },
		manage: { first: async () => await post('templates/all') },
	};
	const browser = await launchBrowser();
	try {
		const editor = await NodeRedEditor.open(browser, url, 'en-US');
		const lines = [];
		for (const [node, { first, next }] of Object.entries(dialogs)) {
			const load = await counted(simulator, first);
			const shown = new Set(load.result.templates.map(keyOf));
			for (let { after } = load.result; after;) {
				const page = await post(next, { after });
				for (const template of page.templates) shown.add(keyOf(template));
				after = page.after;
			}
			lines.push(
				listLine({
					...{ name: `templates-node-red-${node}`, shown: shown.size, firstLoadMs: load.ms },
					firstLoadRequests: load.requests,
					...(await searchInDialog(editor, simulator, `bench-${node}`)),
				}),
			);
		}
		return lines;
	} finally {
		await browser.close();
	}
}

/** The account as the dialog has it: stored passwords stay on the server. */
function draftOf({ credentials }) {
	const { accessToken, appSecret, verifyToken, ...fields } = credentials;
	return { id: 'account', ...fields };
}

const keyOf = ({ name, language }) => `${name}:${language}`;

async function searchInDialog(editor, simulator, id) {
	const { page } = editor;
	await editor.edit(id);
	const openedMs = await page.evaluate(timeUntilRows, { click: '.wae-chosen', most: Infinity });
	const searches = [];
	let searchRequests = 0;
	for (const typed of searched) {
		const { result, requests } = await counted(
			simulator,
			async () => await page.evaluate(timeUntilRows, { typed, most: 1 }),
		);
		const names = await page.locator('.wae-panel .wae-option-name').allInnerTexts();
		searches.push({ ms: result, found: names });
		searchRequests += requests;
		await page.evaluate(timeUntilRows, { typed: '', most: Infinity, least: 2 });
	}
	await page.locator('#node-dialog-cancel').click();
	await editor.settle();
	return { searches, searchRequests, more: { openedMs: Math.round(openedMs) } };
}

/** In the page: from a click or from what is typed to so many rows in the list, frame by frame. */
async function timeUntilRows({ click, typed, least = 1, most }) {
	const rows = () => document.querySelectorAll('.wae-panel .wae-list li').length;
	const began = performance.now();
	if (click) document.querySelector(click).click();
	else {
		const search = document.querySelector('.wae-panel .wae-list-search');
		search.value = typed;
		search.dispatchEvent(new Event('input', { bubbles: true }));
	}
	while (rows() < least || rows() > most) {
		if (performance.now() - began > 15_000) break;
		await new Promise((resolve) => window.requestAnimationFrame(resolve));
	}
	return performance.now() - began;
}
