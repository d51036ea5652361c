// Node-RED's editor, as a person uses it.
const SETTLE_MS = 800;

export class NodeRedEditor {
	/** @param {string} language of the editor, `en-US` or `ja` */
	static async open(browser, url, language) {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		await context.addInitScript((wanted) => {
			// A page in a sandbox inside the editor has none.
			if (window === window.top) window.localStorage.setItem('editor-language', wanted);
		}, language);
		const page = await context.newPage();
		page.setDefaultTimeout(30_000);
		const errors = [];
		page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
		await page.goto(url);
		await page.locator('.red-ui-palette-node').first().waitFor();
		await page.waitForFunction(() => window.RED?.nodes?.getWorkspaceOrder().length > 0);
		const editor = new NodeRedEditor(page, language, errors);
		await editor.settle();
		return editor;
	}

	constructor(page, language, errors) {
		Object.assign(this, { page, language, errors });
	}

	async showTab(id) {
		await this.page.evaluate((tab) => window.RED.workspaces.show(tab), id);
		await this.settle();
	}

	/** Drags a node out of the palette onto a wire, which then runs through it; returns its id. */
	async dropOnWire(type, { x, y }) {
		const { page } = this;
		const source = page.locator(`.red-ui-palette-node[data-palette-type="${type}"]`);
		await source.scrollIntoViewIfNeeded();
		const from = await source.boundingBox();
		const chart = await page.locator('#red-ui-workspace-chart').boundingBox();
		await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
		await page.mouse.down();
		await page.mouse.move(chart.x + x - 40, chart.y + y - 40, { steps: 10 });
		await page.mouse.move(chart.x + x, chart.y + y, { steps: 10 });
		await this.settle();
		await page.mouse.up();
		await this.settle();
		return await page.evaluate(
			(wanted) => window.RED.nodes.filterNodes({ type: wanted }).at(-1)?.id,
			type,
		);
	}

	async edit(id) {
		await this.page.locator(`[id="${id}"] .red-ui-flow-node`).first().dblclick();
		await this.page.locator('#node-dialog-ok').waitFor();
		await this.settle();
	}

	/** Opens the template list, searches it, and takes the first match. */
	async pickTemplate(words) {
		const { page } = this;
		await page.locator('.wae-chosen').click();
		const entries = page.locator('.wae-list li');
		await entries.first().waitFor();
		const all = await entries.count();
		await page.locator('.wae-list-search').fill(words);
		await page.waitForFunction((text) => {
			const found = [...document.querySelectorAll('.wae-list li')];
			return found.length > 0 && found.every((entry) => entry.textContent.includes(text));
		}, words);
		await this.settle();
		return { all, choose: async () => await page.keyboard.press('Enter') };
	}

	variable(id) {
		return this.page.locator(`#wae-variable-${id} + .red-ui-typedInput-container`);
	}

	/** Fills a variable with a property of the message, or with a fixed text. */
	async fillVariable(id, type, value) {
		const field = this.variable(id);
		await field.locator('.red-ui-typedInput-type-select').click();
		await this.page.locator(`.red-ui-typedInput-options:visible a[value="${type}"]`).click();
		await field.locator('input.red-ui-typedInput-input').fill(value);
	}

	async done() {
		await this.page.locator('#node-dialog-ok').click();
		await this.page.locator('#node-dialog-ok').waitFor({ state: 'detached' });
		await this.settle();
	}

	async deploy() {
		await this.page.locator('#red-ui-header-button-deploy').click();
		await this.page.waitForFunction(() => !window.RED.nodes.dirty());
		await this.settle();
	}

	/** Presses the button of a node, as that of Inject. */
	async press(id) {
		await this.page.locator(`[id="${id}"] .red-ui-flow-node-button-button`).click();
	}

	status(id) {
		return this.page.locator(`[id="${id}"] .red-ui-flow-node-status-label`);
	}

	/** Animations of the editor, before a picture is taken. */
	async settle() {
		await this.page.waitForTimeout(SETTLE_MS);
	}
}
