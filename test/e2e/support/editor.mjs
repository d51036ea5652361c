// n8n's editor, as a person uses it.
import { OWNER } from '../../../scripts/lib/real-n8n.mjs';

const SETTLE_MS = 700;

export class Editor {
	/** Logs in on a page of its own. */
	static async open(browser, n8n, options = {}) {
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			...options,
		});
		const page = await context.newPage();
		page.setDefaultTimeout(60_000);
		await page.goto(`${n8n.url}/signin`);
		await page.locator('input[type=email]').fill(OWNER.email);
		await page.locator('input[type=password]').fill(OWNER.password);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/home/**');
		return new Editor(page, n8n);
	}

	constructor(page, n8n) {
		Object.assign(this, { page, n8n });
	}

	async openWorkflow(id) {
		await this.page.goto(`${this.n8n.url}/workflow/${id}`);
		await this.node().first().waitFor();
		const checklist = this.page.getByText('Production Checklist');
		if (await checklist.isVisible().catch(() => false)) await this.page.keyboard.press('Escape');
		await this.settle();
	}

	node(name) {
		const filter = name ? `[data-node-name="${name}"]` : '';
		return this.page.locator(`[data-test-id="canvas-node"]${filter}`);
	}

	async openNode(name) {
		await this.node(name).dblclick();
		await this.byTestId('ndv').waitFor();
		await this.settle();
	}

	async closeNode() {
		await this.page.keyboard.press('Escape');
		await this.settle();
	}

	/** Opens the list of a resource locator, searches it, and takes the first result. */
	async pickFromList(parameter, words) {
		await this.byTestId(`resource-locator-${parameter}`)
			.locator('[data-test-id="rlc-input"]')
			.click();
		const items = this.byTestId('rlc-item');
		await items.first().waitFor();
		const all = await items.allInnerTexts();
		await this.byTestId('rlc-search').fill(words);
		const found = items.filter({ hasText: words });
		await found.first().waitFor();
		await this.settle();
		return { all, items, choose: async () => await found.first().click() };
	}

	async chooseOption(parameter, label) {
		await this.byTestId(`parameter-input-${parameter}`).click();
		// Of the open list, and not what the canvas behind it calls the same.
		await this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ has: this.page.getByText(label, { exact: true }) })
			.first()
			.click();
		await this.settle();
	}

	async executeStep() {
		await this.byTestId('node-execute-button').last().click();
	}

	byTestId(id) {
		return this.page.locator(`[data-test-id="${id}"]`);
	}

	/** Animations of the editor, before a picture is taken. */
	async settle() {
		await this.page.waitForTimeout(SETTLE_MS);
	}
}
